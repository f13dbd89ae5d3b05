"""A photograph as its use wants it: what every copy starts from, and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from framing.crop import suggest
from framing.guide import guide
from framing.judge import ENTER
from framing.lab.prove.geometry import through
from framing.perceive import Eyes
from framing.presets.catalogue import find
from framing.say.readings import reason
from framing.types import (
    Absent,
    Face,
    Frame,
    Guidance,
    Image,
    Judgement,
    Point,
    Points,
    Preset,
    Scene,
    Severity,
    State,
    Viewfinder,
)

USE = "headshot"  # asks for the most: one person, plain light, a band for every reading of the crop


@dataclass(frozen=True, eq=False)  # without slots, so that the picture is cut once
class Base:
    """A photograph with the window that its use keeps of it, and what was seen and said of that."""

    photograph: Image
    window: Viewfinder  # pixels of the photograph
    preset: Preset
    scene: Scene
    guidance: Guidance

    @cached_property
    def picture(self) -> Image:
        """What the window shows."""
        return through(self.photograph, self.window)

    @property
    def face(self) -> Face:
        """The sitter's face, in heights of the picture."""
        return self.scene.faces[0]

    @property
    def mesh(self) -> Points:
        """The face's points in pixels of the picture."""
        return Viewfinder.whole(self.picture).to_pixels(self.face.points)

    @property
    def person(self) -> NDArray[np.float32]:
        """How surely each place of the picture is the sitter, (h, w) in 0..1, coarser than the picture."""
        behind = self.scene.backdrop
        return np.ones((1, 1), np.float32) if isinstance(behind, Absent) else behind.person

    def judgement(self, name: str) -> Judgement:
        """What that measure says of the picture."""
        return next(j for j in self.guidance.judgements if j.measure.name == name)

    def in_photograph(self, place: Point) -> Point:
        """A place of the picture, in pixels of the photograph."""
        return Point(*map(float, self.window.to_pixels(np.array([place]))[0]))


def framed(photograph: Image, eyes: Eyes) -> Base | Absent:
    """The photograph cut to the crop that the guide suggests; Absent where that does not meet all musts of the use.

    A picture that is wrong from the start cannot show what one change does to it, one on the verge of it may turn wrong
    by any change, and with more people in the photograph a window that moves would bring them in.
    """
    preset = find(USE)
    frame = Frame(photograph, Viewfinder.whole(photograph))
    seen = eyes.see(frame)
    if seen.people > 1:
        return Absent("more than one person in the photograph")
    photograph = through(photograph, seen.viewfinder or frame.viewfinder)  # bars are no surroundings to move into
    crop = suggest(seen, Viewfinder.whole(photograph), preset)
    if isinstance(crop, Absent):
        return crop
    scene, guidance = looked_at(through(photograph, crop.window), preset, eyes)
    missed = [str(reason(j)) for j in guidance.judgements if j.severity is Severity.ERROR and _missed(j)]
    return Absent("; ".join(missed)) if missed else Base(photograph, crop.window, preset, scene, guidance)


def _missed(judgement: Judgement) -> bool:
    """Whether it is not met by more than jitter: a tenth of the band, or of an open one a fifth of its end."""
    value, band = judgement.value, judgement.band
    if isinstance(value, Absent) or band is None:
        return False
    if band.high == np.inf:
        return value < band.low + min(judgement.measure.inside, 2.0 * ENTER * band.low)
    return any(band.inner(side, ENTER).state(value) is not State.OK for side in (State.LOW, State.HIGH))


def looked_at(picture: Image, preset: Preset, eyes: Eyes) -> tuple[Scene, Guidance]:
    """What is in the whole picture, and what the guide says of it to somebody who looks at the sitter."""
    scene = eyes.see(Frame(picture, Viewfinder.whole(picture)))
    return scene, guide(scene, preset)


