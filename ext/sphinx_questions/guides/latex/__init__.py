"""PDF by Sphinx's own LaTeX builder: questions as cards, components as boxes."""
