"""Decks of flashcards: the builder ``anki``."""
