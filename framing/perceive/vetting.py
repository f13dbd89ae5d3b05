"""Whether the faces of a stream are people's: asked when one comes, and again only while the answer is no."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot

import numpy as np

from framing.perceive import people
from framing.perceive.heads import FIRM, Heads, firm, spot_of
from framing.perceive.skin_colour import painted
from framing.perceive.spots import Spot
from framing.types import Absent, Body, Face, Frame, Viewfinder

_SURE = 2  # times that the answer must be no: one look may be blurred
_SOON, _LATER = 0.3, 1.0  # seconds until it is asked again, before and after that
_FORGOTTEN = 1.0  # seconds after which a face that has gone is a new one
_MOVED = 1.0  # of its own side that a face moves from look to look at most
_UNLIKE = 0.55  # likeness below which a face needs a body: people have 0.63 and more (docs/people.md, "Live")


@dataclass(frozen=True, slots=True)
class Vetted:
    """A face that was asked about, where it was seen last, in picture pixels."""

    at: Spot
    seen: float
    asked: float
    person: bool = False
    noes: int = 0

    @property
    def refused(self) -> bool:
        """Whether it is a drawing's, an animal's or a thing's."""
        return not self.person and self.noes >= _SURE

    def due(self, now: float) -> bool:
        """Whether to ask about it again."""
        return not self.person and now - self.asked >= (_LATER if self.refused else _SOON)


def vet(
    known: tuple[Vetted, ...], faces: list[Face], body: Body | Absent, frame: Frame, heads: Heads
) -> tuple[tuple[Vetted, ...], list[Face]]:
    """What is known of the faces by now, and those of them that are people's as far as anybody knows.

    One face is asked about at a look, the largest first, so that no look takes much longer than the others.
    """
    now, spent = frame.time, False
    found: list[Vetted] = []
    theirs: list[Face] = []
    for face in sorted(faces, key=lambda f: -f.height):
        spot = spot_of(face, frame.viewfinder)
        one = next((k for k in known if k not in found and _same(k.at, spot)), None)
        if not spent and (one is None or one.due(now)):
            spent = True
            person = _is_person(face, body, frame, heads)
            one = Vetted(spot, now, now, person, noes=0 if person else 1 + (one.noes if one else 0))
        if one is not None:
            found.append(replace(one, at=spot, seen=now))
        if one is None or not one.refused:
            theirs.append(face)
    gone = (k for k in known if now - k.seen < _FORGOTTEN and not any(_same(k.at, f.at) for f in found))
    return (*found, *gone), [f for f in faces if f in theirs]


def _same(one: Spot, other: Spot) -> bool:
    return hypot(one.x - other.x, one.y - other.y) < _MOVED * max(one.side, other.side)


def _is_person(face: Face, body: Body | Absent, frame: Frame, heads: Heads) -> bool:
    """Whether face and skin, or face and body, agree on a person."""
    pixels, view = frame.pixels, frame.viewfinder
    if painted(pixels, view.to_pixels(face.points)):
        return False
    if heads.likeness(pixels, spot_of(face, view)) >= _UNLIKE:
        return True
    if isinstance(body, Absent) or not people.belongs(body, face):
        return False
    mirrored = np.ascontiguousarray(pixels[:, ::-1])
    return firm(body, heads.bodies(pixels, mirrored, [Viewfinder.whole(pixels)]), view) >= FIRM
