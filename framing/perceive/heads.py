"""How surely a person is there: two detectors that know nothing of the landmarker's finds are asked about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from framing.perceive import people, windows
from framing.perceive.spots import Spot, body_spotter, face_spotter, merged
from framing.types import Body, Face, Image, Viewfinder

SURE = 0.7  # likeness from which a face is a person's by itself
FIRM = 0.75  # how sure the body detector must be of what another finder doubts
LIKELY = 0.6  # likeness that is enough where the body detector sees a body as well
_BODY = 0.5  # score of such a body
_ALSO = (0.7, 2)  # score, and finds in six looks, from which a body without a face is one more person
_REACH = 2.5  # sides of the face within which it must be: somebody bent over holds the head far from the trunk
_OWN = 1.2  # sides of the larger square within which a body is that face's
_FAR = 1.6  # sides of the face that such a body's head is at least from every other
AROUND = 3.0  # sides of a spot that a window for the landmarker is wide
_FROM = (5.0, 3.0)  # a face is looked at in windows that many times its own side: how sure one look is depends on that
_FAINT = 0.05  # least score that counts into the mean of the looks; one that shows nothing counts 0
_OF_HEIGHT = 1.6  # the detector's square in face heights
_OF_HEAD = 0.9  # of the larger extent of the mesh: the detector's square leaves out the forehead
_DOUBTFUL = 0.4  # score below which the body detector sees nothing


class Heads:
    """The two detectors. Not for two threads at once."""

    def __init__(self) -> None:
        """Open no model yet."""
        self._faces = face_spotter()
        self._bodies = body_spotter()

    def faces(self, pixels: Image, looks: Iterable[Viewfinder], least: float = 0.5) -> list[Spot]:
        """Every face in the windows of the picture, also from the side and from afar, the surest first."""
        return merged(spot for window in looks for spot in self._faces(pixels, window, least))

    def likeness(self, pixels: Image, at: Spot) -> float:
        """How surely a person's face is there, 0..1: the mean of four looks, from near and farther and in the mirror.

        One look may be sure of a fold of cloth; the mean of four tells persons from animals (docs/people.md).
        """
        return float(np.mean([look for widths in _FROM for look in self._looks(pixels, at, widths)]))

    def persons(
        self, pixels: Image, spots: Iterable[Spot], bodies: Sequence[Spot] = (), *, beside: bool = False
    ) -> list[Spot]:
        """Those of the spots that are a person's face, with `beside` somebody who is surely there a likely one too."""
        rated = ((spot, self.likeness(pixels, spot)) for spot in spots)
        return [s for s, likeness in rated if is_person(likeness, s, bodies) or (beside and likeness >= LIKELY)]

    def bodies(self, pixels: Image, mirrored: Image, looks: Iterable[Viewfinder]) -> list[Spot]:
        """Where bodies have their heads, in the windows of the picture and in its mirror image."""
        whole = Viewfinder.whole(pixels)
        there = [s._replace(x=pixels.shape[1] - s.x) for s in self._bodies(mirrored, whole, _DOUBTFUL)]
        return merged([*(s for w in looks for s in self._bodies(pixels, w, _DOUBTFUL)), *there], bodies=True)

    def _looks(self, pixels: Image, at: Spot, widths: float) -> Iterable[float]:
        height, width = pixels.shape[:2]
        window = windows.around(at.x, at.y, widths * at.side, width, height)
        cut = pixels[window.top : window.top + window.height, window.left : window.left + window.width]
        here = at._replace(x=at.x - window.left, y=at.y - window.top)
        for picture, place in ((cut, here), (cut[:, ::-1], here._replace(x=window.width - here.x))):
            found = self._faces(picture, Viewfinder(0, 0, window.width, window.height), _FAINT)
            yield max((spot.score for spot in found if spot.same(place)), default=0.0)


def head_of(body: Body, view: Viewfinder) -> Spot:
    """Where the body detector would put the body, in picture pixels."""
    x, y = view.to_pixels(body.joints[:1, :2])[0]
    return Spot(float(x), float(y), _OF_HEIGHT * people.head_size(body) * view.height, 1.0)


def spot_of(face: Face, view: Viewfinder) -> Spot:
    """Where the detector would put the face, in picture pixels."""
    mesh = view.to_pixels(face.points[:, :2])
    x, y = mesh.mean(axis=0)
    return Spot(float(x), float(y), _OF_HEAD * float(np.ptp(mesh, axis=0).max()), 1.0)


def is_person(likeness: float, at: Spot, bodies: Iterable[Spot]) -> bool:
    """Whether a face of that likeness is a person's: a doubtful one needs a body."""
    embodied = any(body.score >= _BODY and body.near(at, _REACH) for body in bodies)
    return likeness >= (LIKELY if embodied else SURE)


def further(bodies: Iterable[Spot], known: Sequence[Spot]) -> list[Spot]:
    """The bodies that are nobody's of whom a face or a body is known: seen from behind, or against the light."""
    sure = (b for b in bodies if b.score >= _ALSO[0] and b.looks >= _ALSO[1])
    return [b for b in sure if not any(b.near(k, _FAR) for k in known)]


def firm(body: Body, spots: Iterable[Spot], view: Viewfinder) -> float:
    """How surely the body detector sees that body, 0..1: its best score near the head."""
    head = head_of(body, view)
    return max((spot.score for spot in spots if spot.near(head, _OWN)), default=0.0)
