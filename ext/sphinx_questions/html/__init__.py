"""The card on the web."""
