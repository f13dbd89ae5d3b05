"""What of a head no edge may run through: the face, the chin and, except for a few uses, the crown."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from framing.parts import heads
from framing.types import Absent, Message, Points, Preset, Scene, Viewfinder

CROWN = "crown"


def uncut(scene: Scene, preset: Preset) -> Points:
    """The places that must all stay in the picture, (n, 2) viewfinder heights: of a group, those of every head.

    Hair is not among them: what a use wants of it, it bands.
    """
    return np.vstack([_faces(scene), _crowns(scene, preset)])


def cut_at_the_edge(scene: Scene, preset: Preset) -> Message | None:
    """What of a head the picture's own edges run through, in words; None when every head is whole."""
    if not _inside(_faces(scene), scene.aspect):
        return "the face" if scene.people == 1 else "a face"
    return None if _inside(_crowns(scene, preset), scene.aspect) else "the top of the head"


def holds(window: Viewfinder, places: Points) -> bool:
    """Whether the window holds all places (n, 2), told in the same pixels as itself."""
    return _inside(window.to_units(places), window.aspect)


def _faces(scene: Scene) -> Points:
    """Every point of every face; where none can be read, eyes and chin as the body tells them."""
    if scene.faces:
        return np.vstack([face.points[:, :2] for face in scene.faces])
    found = heads(scene)
    all_heads = () if isinstance(found, Absent) else found.all
    return _places((head.crown.x, head.eye_line + down * head.height) for head in all_heads for down in (0.0, 1.0))


def _crowns(scene: Scene, preset: Preset) -> Points:
    """Every crown, unless the use lets it be cut by naming it in its `shown`."""
    found = heads(scene)
    return _places(() if isinstance(found, Absent) or CROWN in preset.shown else (head.crown for head in found.all))


def _places(points: Iterable[tuple[float, float]]) -> Points:
    return np.array(list(points), dtype=np.float64).reshape(-1, 2)


def _inside(places: Points, aspect: float) -> bool:
    if not len(places):
        return True
    (left, top), (right, bottom) = places.min(axis=0), places.max(axis=0)
    return bool(left >= 0.0 and top >= 0.0 and right <= aspect and bottom <= 1.0)
