"""Whether the face is in focus."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing import parts
from framing.types import Band, LitFace, Measure, Remedy

_ANGLES = np.radians(np.arange(0, 180, 15))
# The second derivative along each direction, out of those across, down and mixed.
_ALONG = np.column_stack([np.cos(_ANGLES) ** 2, np.sin(_ANGLES) ** 2, np.sin(2.0 * _ANGLES)])
_LAPLACIAN = 2.42  # times it in the median of 29 sharp faces: keeps the limits' scale (docs/measures.md, "Sharpness")
_AROUND = 49  # pixels round each whose mean stands for the light on it
_DARK = 8.0  # grey levels: below, rounding looks like detail


def sharpness(face: LitFace) -> float:
    """Fine detail of the face against its contrast, 0 or more: 0.015 is sharp, below 0.008 out of focus.

    Variance of the second derivative in the sharpest direction over that of the grey, at 64 pixels between the eyes
    after a light blur: neither exposure, skin nor noise counts (docs/measures.md, "Sharpness"), nor does the side
    from which the light comes, for each pixel is told by the mean round it: 2.4 stops from one side took a third to two
    thirds of the index, and now a tenth. Movement, which blurs only along itself, is left to `motion`.
    """
    return _LAPLACIAN * float(detail(face.fine).max())


def detail(face: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Fine detail of a grey face (h, w) against its contrast, 0 or more, along each of twelve directions, (12,) out.

    The largest is what `sharpness` counts. The smallest is lost to defocus and to movement alike, and compares pictures
    of one face in one scale and one light (docs/photograph.md, "Sharp beside the others").
    """
    grey = face.astype(np.float32)
    told = grey / (cv2.blur(grey, (_AROUND, _AROUND), borderType=cv2.BORDER_REPLICATE) + _DARK)
    soft = cv2.GaussianBlur(told, (3, 3), 0)
    middle = soft[1:-1, 1:-1]
    across = soft[1:-1, 2:] - 2.0 * middle + soft[1:-1, :-2]
    down = soft[2:, 1:-1] - 2.0 * middle + soft[:-2, 1:-1]
    mixed = (soft[2:, 2:] - soft[2:, :-2] - soft[:-2, 2:] + soft[:-2, :-2]) / 4.0
    spread = np.cov(np.stack([across.ravel(), down.ravel(), mixed.ravel()]))
    along = np.einsum("ni,ij,nj->n", _ALONG, spread, _ALONG)
    return np.asarray(along / max(float(told.var()), 1e-4), np.float64)


MEASURE = Measure(
    name="sharpness",
    label="Sharpness",
    unit="index",
    of=parts.detailed_face,
    take=sharpness,
    rank=90,
    band=Band(0.008, float("inf")),
    inside=0.002,
    when_low=Remedy("Let the camera focus on {your} eyes, and wipe the lens", fault="Not sharp"),
    words=lambda value: "sharp" if value >= 0.015 else "soft" if value >= 0.008 else "out of focus",
)
