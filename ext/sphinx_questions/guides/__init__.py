"""Books made from a selection of questions."""
