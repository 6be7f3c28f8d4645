"""Questions as Markdown, for language models and other readers of plain text."""
