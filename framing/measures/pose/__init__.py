"""Measures of how the sitter holds head and shoulders."""
