"""ePub: Sphinx's own book of the whole documentation, and one book a guide."""
