"""Measures of how the light falls on the sitter."""
