"""How readers find a question."""
