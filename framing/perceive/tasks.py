"""MediaPipe's three tasks, with their results as arrays in picture pixels."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.perceive.models import Model, find
from framing.types import Image

# The native libraries log at start-up and only listen to the environment.
os.environ.setdefault("GLOG_minloglevel", "2")


@contextmanager
def _without(*names: str) -> Iterator[None]:
    """Meanwhile an empty module stands where each of these would be imported, unless it is there already."""
    missing = [name for name in names if name not in sys.modules]
    sys.modules.update({name: ModuleType(name) for name in missing})
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


# MediaPipe imports two packages for tasks that are never opened here. The recorder of sound runs gcc and ldconfig to
# look for its library; the plotter takes as long to import as all the rest together.
with _without("sounddevice", "matplotlib", "matplotlib.pyplot"):
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision


class FoundFace(NamedTuple):
    """One face: mesh (478, 3) in picture pixels and blendshapes 0..1."""

    mesh: NDArray[np.float64]
    expression: dict[str, float]


class FoundBody(NamedTuple):
    """One body: joints (33, 3) in picture pixels, visibility (33,) 0..1, joints (33, 3) in metres from the hips."""

    joints: NDArray[np.float64]
    visibility: NDArray[np.float64]
    world: NDArray[np.float64]


class Tasks:
    """The three tasks in one running mode, each made when first asked: VIDEO for a stream, IMAGE for anything else.

    Each task may be asked from a thread of its own.
    """

    def __init__(self, *, live: bool, doubtful: bool = False) -> None:
        """Keep the mode; `doubtful` bodies are taken at a confidence of 0.2 instead of 0.5, to confirm a face."""
        self._live = live
        self._confidence = 0.2 if doubtful else 0.5
        self._made: dict[Model, Any] = {}
        self._last = dict.fromkeys(Model, -1)

    def faces(self, image: Image, time: float) -> list[FoundFace]:
        """Up to four faces of an RGB picture; live pictures must come in order of `time` (seconds)."""
        task = self._task(Model.FACE)
        picture = _wrapped(image)
        result = task.detect_for_video(picture, self._stamp(Model.FACE, time)) if self._live else task.detect(picture)
        size = _size(image)
        return [
            FoundFace(_array(points) * size, {c.category_name: c.score for c in shapes})
            for points, shapes in zip(result.face_landmarks, result.face_blendshapes, strict=True)
        ]

    def body(self, image: Image, time: float) -> FoundBody | None:
        """The most prominent body of an RGB picture."""
        task = self._task(Model.POSE)
        picture = _wrapped(image)
        result = task.detect_for_video(picture, self._stamp(Model.POSE, time)) if self._live else task.detect(picture)
        if not result.pose_landmarks:
            return None
        joints = result.pose_landmarks[0]
        visibility = np.array([j.visibility for j in joints])
        return FoundBody(_array(joints) * _size(image), visibility, _array(result.pose_world_landmarks[0]))

    def mask(self, image: Image, time: float) -> NDArray[np.float32]:
        """How surely each pixel of an RGB picture is a person, (h, w) in 0..1."""
        task = self._task(Model.MASK)
        picture = _wrapped(image)
        result = task.segment_for_video(picture, self._stamp(Model.MASK, time)) if self._live else task.segment(picture)
        # A copy: the view dies with the result.
        return np.array(result.confidence_masks[0].numpy_view(), dtype=np.float32).squeeze(axis=2)

    def close(self) -> None:
        """Free the models; asking again would open them again."""
        for task in self._made.values():
            task.close()
        self._made.clear()

    def _stamp(self, model: Model, time: float) -> int:
        """Milliseconds for MediaPipe, which refuses a stamp that does not grow."""
        self._last[model] = max(round(time * 1000), self._last[model] + 1)
        return self._last[model]

    def _task(self, model: Model) -> Any:
        if model not in self._made:
            self._made[model] = self._make(model)
        return self._made[model]

    def _make(self, model: Model) -> Any:
        base = BaseOptions(model_asset_path=str(find(model)))
        mode = vision.RunningMode.VIDEO if self._live else vision.RunningMode.IMAGE
        if model is Model.FACE:
            return vision.FaceLandmarker.create_from_options(
                vision.FaceLandmarkerOptions(
                    base_options=base, running_mode=mode, num_faces=4, output_face_blendshapes=True
                )
            )
        if model is Model.POSE:
            return vision.PoseLandmarker.create_from_options(
                vision.PoseLandmarkerOptions(
                    base_options=base,
                    running_mode=mode,
                    num_poses=1,
                    min_pose_detection_confidence=self._confidence,
                    min_pose_presence_confidence=self._confidence,
                )
            )
        # The category mask would be enlarged to the picture's size, at more cost than all the rest (docs/streaming.md).
        return vision.ImageSegmenter.create_from_options(
            vision.ImageSegmenterOptions(
                base_options=base, running_mode=mode, output_confidence_masks=True, output_category_mask=False
            )
        )


def _wrapped(image: Image) -> Any:
    return mp.Image(image_format=mp.ImageFormat.SRGB, data=np.ascontiguousarray(image))


def _size(image: Image) -> NDArray[np.float64]:
    height, width = image.shape[:2]
    return np.array([width, height, width], dtype=np.float64)


def _array(points: Any) -> NDArray[np.float64]:
    return np.array([(p.x, p.y, p.z) for p in points], dtype=np.float64)
