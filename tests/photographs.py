"""The two packaged public-domain photographs, seen once by the real models for all tests that need them."""

from __future__ import annotations

import functools
from contextlib import closing

import cv2
import matplotlib.cbook
import numpy as np
import skimage.data

from framing.perceive.still_eyes import StillEyes
from framing.types import Frame, Image, Scene, Viewfinder


@functools.cache
def astronaut() -> Image:
    """Eileen Collins, smiling, head to chest, flag and shuttle behind her (NASA)."""
    return np.ascontiguousarray(skimage.data.astronaut())


@functools.cache
def hopper() -> Image:
    """Grace Hopper, turned and unsmiling, head and shoulders before a plain backdrop (US Navy)."""
    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as file:
        data = np.frombuffer(file.read(), np.uint8)
    return np.asarray(cv2.cvtColor(cv2.imdecode(data, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB), dtype=np.uint8)


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
