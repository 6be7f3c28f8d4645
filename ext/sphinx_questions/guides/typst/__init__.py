"""Guides as PDF, set by Typst."""
