"""How much a face says beyond rest and a smile, by a small model of expressions; docs/expression.md."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.lite import Lite, LiteModel
from framing.pixels import inside
from framing.types import Absent, Face, Frame

_SIDE = 64  # pixels of the model's input along a side
_AROUND = 1.1  # times the mesh's longer side: the faces it learnt from fill their pictures
_MIDDLE, _SPREAD = 128.0, 50.0  # the mean and spread of grey that every face is brought to
_LEAST_SPREAD = 4.0  # grey levels: less is noise, and is not blown up to a face
_FEWEST = 12  # pixels between the eyes below which nothing can be read
_HAPPY, _NEUTRAL = 3, 6  # of angry, disgusted, afraid, happy, sad, surprised, neutral: the model's own order


class Expressions:
    """The model, opened when the first face is read. Not for two threads at once."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._model = LiteModel(Lite.EXPRESSION)

    def expressive(self, frame: Frame, face: Face) -> float | Absent:
        """The share that the model gives to neither a face at rest nor a smile, 0..1; Absent for too few pixels.

        Which of the five others it is, is added up here and goes no farther: what somebody feels cannot be told from
        a picture, and is nobody's business. The mean of a look and its mirror image, so that no side counts.
        """
        if face.eye_pixels < _FEWEST:
            return Absent("too few pixels on the face to read its expression")
        mesh = frame.viewfinder.to_pixels(face.points)[:468, :2]
        upright = portrait(frame.pixels, mesh)
        if upright is None:
            return Absent("the face is outside the picture")
        looks = (upright, upright[:, ::-1])
        shares = [self._model(np.ascontiguousarray(look)[None, :, :, None])[0][0] for look in looks]
        return float(np.clip(1.0 - np.mean([s[_HAPPY] + s[_NEUTRAL] for s in shares]), 0.0, 1.0))


def portrait(pixels: NDArray[np.uint8], mesh: NDArray[np.float64]) -> NDArray[np.float32] | None:
    """The face upright by its eyes, (64, 64) in -1..1, or None where less than a sliver of it is in the picture.

    `mesh` is (468, 2) in pixels. Mean and spread of the face are the same for all: neither the exposure nor how much
    light the skin reflects may count, and both do no more than that to a grey picture.
    """
    height, width = pixels.shape[:2]
    across = mesh[[362, 263]].mean(axis=0) - mesh[[33, 133]].mean(axis=0)
    across /= max(float(np.hypot(*across)), 1e-9)
    turn = np.array([across, (-across[1], across[0])])
    level = mesh @ turn.T
    low, high = level.min(axis=0), level.max(axis=0)
    side = _AROUND * float((high - low).max())
    middle = turn.T @ ((low + high) / 2.0)
    reach = side  # half a diagonal of the square and some more
    x0, y0 = np.clip(np.floor(middle - reach), 0, (width, height)).astype(int)
    x1, y1 = np.clip(np.ceil(middle + reach), 0, (width, height)).astype(int)
    if min(x1 - x0, y1 - y0) < 2:
        return None
    grey = cv2.cvtColor(pixels[y0:y1, x0:x1], cv2.COLOR_RGB2GRAY)
    shrink = min(1.0, _SIDE / side)  # averaged first: a large face holds detail that 64 pixels cannot
    size = (max(1, round(grey.shape[1] * shrink)), max(1, round(grey.shape[0] * shrink)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    scale = np.array(size) / (x1 - x0, y1 - y0)
    onto = turn * (_SIDE / side)
    place = np.hstack([onto / scale, (_SIDE / 2.0 - onto @ (middle - (x0, y0)))[:, None]])
    seen = np.asarray(cv2.warpAffine(small, place, (_SIDE, _SIDE), borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)
    face = seen[inside(seen, (mesh - (x0, y0)) @ onto.T + place[:, 2])].astype(np.float32)
    if not face.size:
        return None
    even = (seen.astype(np.float32) - face.mean()) / max(float(face.std()), _LEAST_SPREAD) * _SPREAD + _MIDDLE
    return np.asarray(np.clip(even, 0.0, 255.0) / 127.5 - 1.0, dtype=np.float32)
