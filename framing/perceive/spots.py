"""Where faces and bodies are: two small detectors that say the place and how sure they are, and nothing else.

Both cover the picture with anchors and give, for each, a box and a score. MediaPipe's tasks keep the scores to
themselves, show faces only from near, and one body; read directly, the same family of models finds a head in profile,
a face thirty pixels wide and everybody in a group.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.lite import Lite, LiteModel, TaskModel
from framing.perceive.models import Model
from framing.types import Image, Viewfinder

_SAME, _ALIKE = 0.5, 0.4  # two spots closer than this share of the larger one's side are one, if not much smaller
_ONE_BODY = 1.6  # the same for bodies, whose squares are less exact
_TO_HIPS = 3.5  # sides of somebody's face from its middle to the hips, by which the body model's squares are sized


class Spot(NamedTuple):
    """A square in picture pixels by its middle and side, with the detector's score 0..1 and how many looks found it."""

    x: float
    y: float
    side: float
    score: float
    looks: int = 1

    def same(self, other: Spot) -> bool:
        """Whether both are of one face, at a similar size."""
        return self.near(other, _SAME) and min(self.side, other.side) > _ALIKE * max(self.side, other.side)

    def near(self, other: Spot, sides: float) -> bool:
        """Whether the two are closer than that many sides of the larger one."""
        return hypot(self.x - other.x, self.y - other.y) < sides * max(self.side, other.side)


class Spotter:
    """One detector, opened when it is first asked. Not for two threads at once."""

    def __init__(self, model: LiteModel, size: int, anchors: NDArray[np.float64], *, bodies: bool = False) -> None:
        """Keep the model, the side of its square input in pixels and its anchors, (n, 2) in 0..1."""
        self._model = model
        self._size = size
        self._anchors = anchors
        self._bodies = bodies

    def __call__(self, pixels: Image, window: Viewfinder, least: float = 0.5) -> list[Spot]:
        """The spots in one window of the picture with a score of at least `least`, the surest first."""
        scale = self._size / max(window.width, window.height)
        width, height = max(1, round(window.width * scale)), max(1, round(window.height * scale))
        cut = pixels[window.top : window.top + window.height, window.left : window.left + window.width]
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        left, top = (self._size - width) // 2, (self._size - height) // 2
        values = np.full((1, self._size, self._size, 3), -1.0, np.float32)  # black beside what is not square
        values[0, top : top + height, left : left + width] = cv2.resize(cut, (width, height), interpolation=how) / 127.5
        values[0, top : top + height, left : left + width] -= 1.0
        boxes, scores = sorted((output[0] for output in self._model(values)), key=lambda output: -output.shape[1])
        chance = 1.0 / (1.0 + np.exp(-np.clip(scores[:, 0].astype(np.float64), -80.0, 80.0)))
        found: list[Spot] = []
        for i in sorted(np.flatnonzero(chance >= least), key=lambda i: -chance[i]):
            x, y = boxes[i, :2] + self._anchors[i] * self._size - (left, top)
            # A face by its box; a body by its hips, the first of its points: its box has one of a few sizes.
            side = np.hypot(*(boxes[i, 4:6] - boxes[i, :2])) / _TO_HIPS if self._bodies else boxes[i, 2:4].max()
            place = float(x) / scale + window.left, float(y) / scale + window.top
            spot = Spot(*place, float(side) / scale, float(chance[i]))
            if side > 0 and not any(spot.same(other) for other in found):
                found.append(spot)
        return found


def face_spotter() -> Spotter:
    """BlazeFace, full range: one anchor in the middle of every fourth pixel of 192 x 192."""
    return Spotter(LiteModel(Lite.FACES), 192, _anchors(192, ((4, 1),)))


def body_spotter() -> Spotter:
    """The first of the pose task's two models: a square about the size of the face, where a body has its head."""
    model = TaskModel(Model.POSE, "pose_detector.tflite")
    return Spotter(model, 224, _anchors(224, ((8, 2), (16, 2), (32, 6))), bodies=True)


def merged(spots: Iterable[Spot], *, bodies: bool = False) -> list[Spot]:
    """Each face or body once, by its surest find, with how many finds there were; the surest first."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda s: -s.score):
        found = ((i, spot.near(one, _ONE_BODY) if bodies else spot.same(one)) for i, one in enumerate(kept))
        at = next((i for i, same in found if same), None)
        if at is None:
            kept.append(spot)
        else:
            kept[at] = kept[at]._replace(looks=kept[at].looks + spot.looks)
    return kept


def _anchors(size: int, layers: tuple[tuple[int, int], ...]) -> NDArray[np.float64]:
    """The middles of the cells in the model's order, (n, 2) in 0..1; a layer is its stride and its anchors a cell."""
    rows = []
    for stride, each in layers:
        across = (np.arange(size // stride) + 0.5) * stride / size
        grid = np.stack(np.meshgrid(across, across), axis=-1).reshape(-1, 2)
        rows.append(np.repeat(grid, each, axis=0))
    return np.concatenate(rows)
