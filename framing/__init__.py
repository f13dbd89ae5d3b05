"""A guide for framing headshots and portraits: what a camera frame reads as, why, and the one next thing to change."""

VERSION = "0.1.0"
"""As in pyproject.toml; reports and weights name it."""
