"""The painted overlay: `marks` says what to draw, `paint` draws it."""

from framing.overlay.marks import Landmarks, marks
from framing.overlay.paint import paint
from framing.overlay.shapes import Marks

__all__ = ["Landmarks", "Marks", "marks", "paint"]
