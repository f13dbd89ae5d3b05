"""A picture that is not sharp."""

from __future__ import annotations

import cv2
import numpy as np

from framing.lab.prove.base import Base
from framing.types import Image

_SOFT, _SMEAR = 0.04, 0.2  # distances between the eyes


def blurred(base: Base) -> Image:
    """The picture out of focus. The cure: hold still and let the camera focus."""
    return np.asarray(cv2.GaussianBlur(base.picture, (0, 0), _SOFT * base.face.eye_pixels), np.uint8)


def smeared(base: Base) -> Image:
    """The picture smeared sideways, as by a sitter who moves. The cure: hold still."""
    length = max(3, round(_SMEAR * base.face.eye_pixels))
    kernel = np.full((1, length), 1.0 / length, np.float32)
    return np.asarray(cv2.filter2D(base.picture, -1, kernel, borderType=cv2.BORDER_REPLICATE), np.uint8)
