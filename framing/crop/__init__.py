"""The best crop of a finished photograph for a use, or why there can be none."""

from framing.crop.offer import Offer, offer
from framing.crop.reframe import reframed
from framing.crop.solve import Crop, suggest

__all__ = ["Crop", "Offer", "offer", "reframed", "suggest"]
