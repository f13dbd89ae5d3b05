"""Measures of where the sitter stands in the picture."""
