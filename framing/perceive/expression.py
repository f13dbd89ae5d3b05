"""How much a face says beyond rest and a smile, by a small model of expressions; docs/expression.md."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.eyeballs import LIDS
from framing.perceive.lite import Lite, LiteModel
from framing.pixels import BLACK, encoded, inside, luminance
from framing.types import Absent, Face, Frame

_SIDE = 64  # pixels of the model's input along a side
_AROUND = 1.1  # times the mesh's longer side: the faces it learnt from fill their pictures
_SKIN = 0.24  # linear light that the middle tone of every face is brought to: the middle grey of the model's pictures
_EYES = 0.22  # linear light that the bright parts of all eyes are brought to, as beside skin that is brought to _SKIN
_BRIGHT = 90  # percentile between the lids that stands for those parts
_OPENING = 6  # pixels of the input between the lids below which an eye is shut
_SOFT = 1.0  # pixels over which an eye's light goes over into the skin's
_RIM = 2  # pixels of the input along the face's outline where hair and backdrop mix with skin
_FEWEST = 12  # pixels between the eyes below which nothing can be read
_INPUT = np.zeros((_SIDE, _SIDE, 3), np.uint8)  # whose pixels are counted
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

    `mesh` is (468, 2) in pixels. The middle tone of all faces is brought to the same light, the bright parts of the
    eyes by themselves to another, and what lies around the face to a grey: neither the exposure, nor how much light
    the skin reflects, nor hair and backdrop may count. The whites of all eyes are alike, so beside darker skin, made
    as light as any other, they would stare.
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
    crop = pixels[y0:y1, x0:x1]
    shrink = min(1.0, _SIDE / side)  # averaged first: a large face holds detail that 64 pixels cannot
    size = (max(1, round(crop.shape[1] * shrink)), max(1, round(crop.shape[0] * shrink)))
    small = luminance(np.asarray(cv2.resize(crop, size, interpolation=cv2.INTER_AREA), dtype=np.uint8))
    scale = np.array(size) / (x1 - x0, y1 - y0)
    onto = turn * (_SIDE / side)
    shift = _SIDE / 2.0 - onto @ (middle - (x0, y0))
    # Places are told from corners of pixels and drawn from their middles.
    place = np.hstack([onto / scale, (shift + (onto / scale).sum(axis=1) / 2.0 - 0.5)[:, None]])
    seen = np.asarray(cv2.warpAffine(small, place, (_SIDE, _SIDE), borderMode=cv2.BORDER_REPLICATE), dtype=np.float64)
    points = np.rint((mesh - (x0, y0)) @ onto.T + shift - 0.5)
    outline = inside(_INPUT, points)
    face = cv2.erode(outline.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=_RIM, borderValue=0) > 0
    if not face.any():
        return None
    gain = _SKIN / max(float(np.median(seen[face])), BLACK)
    grey = encoded(_with_alike_eyes(seen * gain, points)).astype(np.float32) / 127.5 - 1.0
    return np.where(face, grey, np.float32(0.0))


def _with_alike_eyes(seen: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The face's light, (64, 64), with the bright parts of each eye that is not shut as light in all faces."""
    for lids in LIDS:
        eye = inside(_INPUT, points[list(lids)])
        if eye.sum() >= _OPENING:
            gain = _EYES / max(float(np.percentile(seen[eye], _BRIGHT)), BLACK)
            seen = seen * gain ** cv2.GaussianBlur(eye.astype(np.float64), (0, 0), _SOFT)
    return seen
