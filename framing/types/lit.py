"""What the light does on the main face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.types.places import Absent

_GREY = 1.5  # a* and b* below which skin has no colour


class Light(NamedTuple):
    """The slope of the light over the face's own normals, in stops from one that looks at the camera to one in profile.

    Neither exposure nor the skin's reflectance counts: both shift every logarithm alike.
    """

    across: float  # + from the sitter's left
    above: float  # + from above
    fit: float  # share of the face's shading that it explains, 0..1

    @property
    def strength(self) -> float:
        """How directional the light is, stops, 0 or more."""
        return hypot(self.across, self.above)


class Cheeks(NamedTuple):
    """Linear light, 0..1, on the sitter's own right and left cheek."""

    right: float
    left: float


class Tint(NamedTuple):
    """CIELAB a* and b* of a colour brought to the luminance of a grey card (L* 50), so that only its tint is left."""

    a: float  # + magenta, - green
    b: float  # + yellow, - blue

    @property
    def colourless(self) -> bool:
        """Whether skin of this tint is from a black-and-white picture: there is no skin without the colour of blood."""
        return max(abs(self.a), abs(self.b)) < _GREY


class Tones(NamedTuple):
    """Where the ends of the picture's tones lie, skin left out where its reflectance would count; and its colours."""

    white: float  # linear light, 0..1, that the brightest 0.2% of all but the face reach
    burnt: float  # share of the sitter, face and clothes, with two channels at the end of the scale, 0..1
    colours: float = 40.0  # a* and b* that all but a hundredth of the picture lies from the colour of its lightness


class Sclera(NamedTuple):
    """The whites of the eyes: the same in everybody, so the one place on a face to judge exposure by."""

    light: float  # linear, 0..1: the brighter quarter begins here, since lids shade the rest
    tint: Tint
    pixels: int


class Hidden(StrEnum):
    """What an eye lies behind."""

    NOTHING = "nothing"
    LENS = "a dark lens"
    REFLECTION = "a reflection"
    SOMETHING = "something"  # hair, a hand, a brim


class Shown(NamedTuple):
    """What can be seen of the eyes and the mouth."""

    right_eye: Hidden
    left_eye: Hidden
    mouth: bool  # False: a mask, a scarf or a hand lies over it
    red: int  # pupils lit red by a flash, 0..2

    @property
    def eyes(self) -> tuple[Hidden, Hidden]:
        """Both, the sitter's right first."""
        return self.right_eye, self.left_eye


EVERYTHING = Shown(Hidden.NOTHING, Hidden.NOTHING, mouth=True, red=0)


@dataclass(frozen=True, slots=True, eq=False)
class LitFace:
    """The main face's own pixels, thinned but never averaged, so that clipped ones stay clipped, and what they show."""

    skin: NDArray[np.uint8]  # (n, 3), the pixels inside the face's outline
    cheeks: Cheeks | Absent
    eye_pixels: float  # in pixels of the picture, or close-up, that `fine` is of, before thinning
    fine: NDArray[np.uint8]  # (h, w) grey face with the eyes 64 px apart, for sharpness; empty when too few pixels
    light: Light | Absent
    patches: Mapping[str, float]  # median linear light, 0..1, by the names in perceive/patches.py; those in view
    tint: Tint | Absent  # of both cheeks
    sclera: Sclera | Absent
    tones: Tones
    catchlights: tuple[float, ...] | Absent  # hours from 12 o'clock, -6..6, + toward the sitter's left; one an eye
    shown: Shown | Absent
