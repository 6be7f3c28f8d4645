"""The command ``sphinx-questions``: new, check, stats."""
