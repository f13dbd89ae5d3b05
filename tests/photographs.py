"""The two packaged public-domain photographs, seen once by the real models for all tests that need them."""

from __future__ import annotations

import functools
from contextlib import closing
from typing import Any

import cv2
import matplotlib.cbook
import numpy as np
import skimage.data
from numpy.typing import NDArray

from framing.perceive.still_eyes import StillEyes
from framing.types import Frame, Image, Scene, Viewfinder
from tests.builders import there


def as_image(pixels: NDArray[Any]) -> Image:
    """The pixels that came out of a function of cv2, which is not typed as narrowly."""
    return np.asarray(pixels, np.uint8)


@functools.cache
def astronaut() -> Image:
    """Eileen Collins, smiling, head to chest, flag and shuttle behind her (NASA)."""
    return np.ascontiguousarray(skimage.data.astronaut())


@functools.cache
def hopper() -> Image:
    """Grace Hopper, turned and unsmiling, head and shoulders before a plain backdrop (US Navy)."""
    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as file:
        data = np.frombuffer(file.read(), np.uint8)
    return as_image(cv2.cvtColor(there(cv2.imdecode(data, cv2.IMREAD_COLOR)), cv2.COLOR_BGR2RGB))


def whole(pixels: Image, time: float = 0.0) -> Frame:
    """A frame whose viewfinder is the whole picture."""
    return Frame(pixels, Viewfinder(0, 0, pixels.shape[1], pixels.shape[0]), time)


def seen(pixels: Image) -> Scene:
    """The picture as the still eyes see it."""
    with closing(StillEyes()) as eyes:
        return eyes.see(whole(pixels))


@functools.cache
def astronaut_scene() -> Scene:
    return seen(astronaut())


@functools.cache
def hopper_scene() -> Scene:
    return seen(hopper())
