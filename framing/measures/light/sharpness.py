"""Whether the face is sharp."""

from __future__ import annotations

import cv2
import numpy as np

from framing import parts
from framing.types import Band, LitFace, Measure, Remedy


def sharpness(face: LitFace) -> float:
    """Fine detail of the face against its contrast, 0 or more: 0.015 is sharp, below 0.007 blurred.

    Variance of the Laplacian over variance of the grey, at 64 pixels between the eyes after a light blur, so that
    neither exposure, skin nor noise counts (MEASURES.md section 3, Sharpness).
    """
    soft = cv2.GaussianBlur(face.fine.astype(np.float32), (3, 3), 0)
    return float(cv2.Laplacian(soft, cv2.CV_32F).var() / max(float(face.fine.var()), 1.0))


MEASURE = Measure(
    name="sharpness",
    label="Sharpness",
    unit="index",
    of=parts.detailed_face,
    take=sharpness,
    rank=90,
    band=Band(0.007, float("inf")),
    when_low=Remedy("Hold still, and let the camera focus on {your} eyes"),
    words=lambda value: "sharp" if value >= 0.015 else "soft" if value >= 0.007 else "blurred",
)
