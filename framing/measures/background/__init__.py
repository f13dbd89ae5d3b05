"""Measures of what stands behind the sitter."""
