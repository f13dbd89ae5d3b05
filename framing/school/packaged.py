"""The pictures of the quiz that come with the guide: the packaged photograph through other cameras and in other light.

Most have one fault, some none. Which it is stands nowhere: the guide looks at them as at anybody's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from framing.presets.catalogue import find
from framing.relight.lamp import Lamp
from framing.relight.studio import Setup, Studio
from framing.scenery import Camera
from framing.types import Image, Viewfinder

_ASPECT = 0.8


def _soft(picture: Image) -> Image:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 4.0), np.uint8)


def _warm(picture: Image) -> Image:
    return np.asarray(picture * np.array([1.0, 0.78, 0.45]), np.uint8)


@dataclass(frozen=True, slots=True)
class Made:
    """How one of them differs from a headshot as it should be."""

    right: float = 0.0  # of the picture's height, by which the camera looks further to the sitter's left
    down: float = 0.0  # and further down
    wider: float = 1.0  # times as much in the picture
    roll: float = 0.0  # degrees
    exposure: float = 0.0  # stops
    setup: Setup | None = None  # None: in the photograph's own light
    after: Callable[[Image], Image] | None = None  # what is done to the picture that was taken
    mirrored: bool = False

    def camera(self, headshot: Camera) -> Camera:
        """The camera that takes it, beside the one that takes the headshot."""
        return replace(
            headshot,
            x=headshot.x + self.right * headshot.height,
            y=headshot.y + self.down * headshot.height,
            height=headshot.height * self.wider,
            roll=headshot.roll + self.roll,
            exposure=headshot.exposure + self.exposure,
        )


PICTURES: tuple[Made, ...] = (
    Made(),
    Made(wider=1.45, down=0.1),  # head and chest
    Made(right=-0.2),
    Made(setup=Setup(Lamp(35.0, 35.0, 3.0)), mirrored=True),  # loop light, and nothing wrong
    Made(exposure=-2.4),
    Made(wider=2.1, down=0.52, mirrored=True),  # half-length
    Made(down=0.17),  # the top edge cuts the head
    Made(setup=Setup(Lamp(70.0, 5.0, 12.0))),  # half of the face in the dark
    Made(wider=0.72),
    Made(roll=18.0, mirrored=True),
    Made(setup=Setup(Lamp(0.0, -38.0, 8.0))),  # lit from below
    Made(after=_warm),
    Made(right=0.2, mirrored=True),
    Made(wider=1.7, down=0.2, setup=Setup(Lamp(-50.0, 40.0, 8.0), behind=-3.0)),  # a portrait in Rembrandt light
    Made(right=-2.2),  # nobody there
    Made(down=-0.16),  # far too much room above
    Made(after=_soft),
    Made(exposure=1.6),
    Made(setup=Setup(Lamp(-25.0, 20.0, 2.0), turn=15.0)),
)


def made(studio: Studio, one: Made) -> Image:
    """The picture, 576x720 RGB; `studio` is of the packaged photograph."""
    camera = one.camera(studio.camera(find("headshot")))
    shown = studio.as_it_is(camera) if one.setup is None else studio.shown(one.setup, camera)
    view = Viewfinder.centred(shown.shape[1], shown.shape[0], _ASPECT)
    picture = shown[view.top : view.top + view.height, view.left : view.left + view.width]
    picture = picture[:, ::-1] if one.mirrored else picture
    return np.ascontiguousarray(picture if one.after is None else one.after(picture))
