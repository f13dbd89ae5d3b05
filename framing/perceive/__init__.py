"""From a camera frame to a scene: the only package that knows the models."""

from __future__ import annotations

from typing import Protocol

from framing.types import Frame, Scene


class Eyes(Protocol):
    """Whatever turns frames into scenes: the models, or a fake for tests and demos."""

    def see(self, frame: Frame) -> Scene:
        """What is in the frame; live eyes want frames in order of time."""

    def close(self) -> None:
        """Free what the eyes hold."""
