"""Whether movement has blurred the face."""

from __future__ import annotations

import cv2
import numpy as np

from framing import parts
from framing.types import Band, LitFace, Measure, Remedy

_FINE, _COARSE = 0.6, 1.5  # pixels of blur between which detail is compared, with the eyes 64 apart
_BORDER = 3  # pixels at the rim of the face map that its edge has touched
_NOISE = 0.1  # grey levels squared: what rounding leaves where there is no detail
_MOVED = 1.55  # times: 1 in 50 sharp faces lies above, and 29 in 30 that moved by a tenth of the eyes' distance


def motion(face: LitFace) -> float:
    """Fine detail across the movement over that along it, 1 or more: 1.2 is usual, from 1.5 on the face has moved.

    Defocus takes detail from all directions alike, movement only along itself: the axes of the structure tensor of a
    band of fine detail tell them apart, and neither exposure nor skin counts.
    """
    grey = face.fine.astype(np.float32)
    detail = cv2.GaussianBlur(grey, (0, 0), _FINE) - cv2.GaussianBlur(grey, (0, 0), _COARSE)
    inner = slice(_BORDER, -_BORDER)
    across, down = (cv2.Sobel(detail, cv2.CV_32F, *order)[inner, inner] for order in ((1, 0), (0, 1)))
    xx, yy, xy = (float(np.mean(p)) for p in (across * across, down * down, across * down))
    mean, apart = (xx + yy) / 2.0, float(np.hypot((xx - yy) / 2.0, xy))
    return float(np.sqrt((mean + apart + _NOISE) / (mean - apart + _NOISE)))


MEASURE = Measure(
    name="motion",
    label="Motion",
    unit="times",
    of=parts.detailed_face,
    take=motion,
    rank=91,
    band=Band(0.0, _MOVED),
    when_high=Remedy("Hold still; more light lets the camera be quicker"),
    words=lambda value: "moved" if value > _MOVED else "still",
)
