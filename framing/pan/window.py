"""Windows of a picture: as large as fits, about some place, and along the one way in which they can slide."""

from __future__ import annotations

from framing.crop.slide import largest, placed
from framing.types import Preset, Viewfinder

_ROUNDING = 2  # pixels by which a window of the very shape of its picture may miss it


def window_of(picture: Viewfinder, preset: Preset | None) -> Viewfinder:
    """The largest centred window for that use; the whole picture without one."""
    return picture if preset is None else largest(picture, preset.aspect)


def about(view: Viewfinder, window: Viewfinder, picture: Viewfinder) -> Viewfinder:
    """The window about the middle of that view, as far as the picture has room."""
    left, top = view.left + (view.width - window.width) / 2.0, view.top + (view.height - window.height) / 2.0
    return placed(window, left, top, picture)


def way_of(view: Viewfinder, picture: Viewfinder) -> int:
    """0 where the window can slide across, 1 where up and down."""
    return 0 if picture.width - view.width >= picture.height - view.height else 1


def start(view: Viewfinder, way: int) -> int:
    """Its left or top edge."""
    return (view.left, view.top)[way]


def at(view: Viewfinder, way: int, start: float, picture: Viewfinder) -> Viewfinder:
    """The window with its left or top edge there, as far as the picture has room."""
    left, top = (start, view.top) if way == 0 else (view.left, start)
    return placed(view, left, top, picture)


def at_edge(view: Viewfinder, way: int, picture: Viewfinder) -> bool:
    """Whether the picture has no more room at one of its ends."""
    first = start(picture, way)
    last = first + ((picture.width - view.width) if way == 0 else (picture.height - view.height))
    return start(view, way) in (first, last)


def can_slide(view: Viewfinder, picture: Viewfinder) -> bool:
    """Whether the picture has room beyond the window."""
    return max(picture.width - view.width, picture.height - view.height) > _ROUNDING
