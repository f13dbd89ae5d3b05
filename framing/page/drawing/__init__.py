"""Small pictures of a sitter in a frame, drawn from a few parameters: too little, right, too much."""

from framing.page.drawing.picture import Standing, svg
from framing.page.drawing.value import Drawing, parse

__all__ = ["Drawing", "Standing", "parse", "svg"]
