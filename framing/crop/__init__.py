"""The best crop of a finished photograph for a use, or why there can be none."""

from framing.crop.reframe import enlarged, reframed
from framing.crop.solve import Crop, suggest

__all__ = ["Crop", "enlarged", "reframed", "suggest"]
