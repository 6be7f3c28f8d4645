"""What makes a question good, as rules that a program can check."""
