"""Measures of what the face says."""
