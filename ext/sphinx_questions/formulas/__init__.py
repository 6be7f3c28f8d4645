"""Formulas: from LaTeX to what each output can set."""
