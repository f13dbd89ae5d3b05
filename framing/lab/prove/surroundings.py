"""Room around a photograph, for a window that looks beyond its edges."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Image

_SOFT = 1 / 24  # of the photograph's height: how far out of focus its surroundings are
_SEAM = 9  # pixels over which the photograph passes into them
_KERNEL = 4.0  # pixels of blur on a small copy; as wide a blur on the photograph itself would take seconds


def among(photograph: Image, above: int, below: int, left: int, right: int) -> Image:
    """The photograph with that many pixels more on each side, in the colours of its edges and out of focus.

    Soft, because edges drawn out as they are make lines that no photograph has.
    """
    if not any((above, below, left, right)):
        return photograph
    wide = cv2.copyMakeBorder(photograph, above, below, left, right, cv2.BORDER_REPLICATE).astype(np.float32)
    inside = np.zeros(wide.shape[:2], np.float32)
    inside[above : wide.shape[0] - below, left : wide.shape[1] - right] = 1.0
    # The surroundings begin a little inside, so that no seam is seen; an edge without any stays.
    inside = cv2.erode(inside, np.ones((_SEAM, _SEAM)), borderValue=1.0)
    share = cv2.blur(inside, (2 * _SEAM - 1, 2 * _SEAM - 1), borderType=cv2.BORDER_REPLICATE)[..., None]
    soft = _blurred(wide, _SOFT * photograph.shape[0])
    return np.asarray(np.clip(wide * share + soft * (1.0 - share), 0, 255), np.uint8)


def _blurred(picture: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    scale = min(1.0, _KERNEL / sigma)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma * scale, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(small, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.float32)
