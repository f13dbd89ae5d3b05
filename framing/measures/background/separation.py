"""How clearly the head stands out from what is behind it."""

from __future__ import annotations

import cv2
import numpy as np

from framing import parts
from framing.types import Backdrop, Band, Measure, Remedy

_OUTSIDE = (0.08, 0.4)  # the ring of backdrop along the head's contour, in eye distances from it
_INSIDE = (0.06, 0.3)  # the ring of hair and head, likewise


def separation(behind: Backdrop) -> float:
    """Lightness between the head's rim and the backdrop along it, L* 0..100; 10 or more reads clearly.

    Only above the chin: shoulders may melt away, a head may not (MEASURES.md section 3, Background).
    """
    rows = int(np.clip(behind.chin, 1, behind.person.shape[0]))
    lightness, person = behind.lightness[:rows], (behind.person[:rows] > 0.5).astype(np.uint8)
    # In pixels: with nobody above the chin every distance is the largest number there is, which cannot be divided.
    unit = behind.eye_distance
    away = cv2.distanceTransform(1 - person, cv2.DIST_L2, 3)
    within = cv2.distanceTransform(person, cv2.DIST_L2, 3)
    outer = (away > _OUTSIDE[0] * unit) & (away < _OUTSIDE[1] * unit)
    inner = (within > _INSIDE[0] * unit) & (within < _INSIDE[1] * unit)
    if not outer.any() or not inner.any():
        return 100.0
    return abs(float(np.median(lightness[outer]) - np.median(lightness[inner])))


MEASURE = Measure(
    name="separation",
    label="Separation",
    unit="L*",
    of=parts.backdrop,
    take=separation,
    rank=71,
    band=Band(6.0, float("inf")),
    when_low=Remedy("Step away from the backdrop, or light it apart from {you}"),
    words=lambda value: f"{value:.0f} L* from the backdrop",
)
