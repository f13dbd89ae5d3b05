"""Where the backdrop disturbs: what the heat strip and the annotated still draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.backdrop.clutter import clutter_cells
from framing.backdrop.rim import rim
from framing.types import Backdrop, Point, Points

_LOST = 8.0  # L*: a smaller step along the rim does not set the head off (docs/measures.md, "Separation")
_WORTH = 0.3  # strength from which a line is worth drawing
_APART = 2.0  # pixels of the map between two samples of one stretch of the rim
_STRETCH = 0.3  # eye distances; a shorter stretch is a lock of hair


class Merger(NamedTuple):
    """A line that runs into the head: its ends in viewfinder heights, the one at the head first."""

    head: Point
    end: Point
    strength: float  # 0..1


@dataclass(frozen=True, slots=True, eq=False)
class Disturbance:
    """What disturbs, and where; places in viewfinder heights, x 0..aspect and y 0..1, unmirrored.

    `clutter` is a grid over the whole viewfinder, (12, columns) with square cells, row 0 on top, column 0 at small x:
    0 calm or hidden by the sitter .. 1 as busy as a bookshelf. `clutter.max(axis=0)` is the heat strip. `mergers` are
    the lines that run into the head, the strongest first. `lost` are the stretches of the head's outline that do not
    stand out, each (n, 2) in the order in which it is drawn.
    """

    clutter: NDArray[np.float32]
    mergers: tuple[Merger, ...]
    lost: tuple[Points, ...]


def disturbance(behind: Backdrop) -> Disturbance:
    """What disturbs in this backdrop, see `Disturbance`."""
    worth = sorted((n for n in behind.lines if n.strength >= _WORTH), key=lambda n: -n.strength)
    unit = behind.person.shape[0]
    mergers = tuple(Merger(_up(n.near, unit), _up(n.far, unit), n.strength) for n in worth)
    return Disturbance(clutter_cells(behind), mergers, _lost(behind))


def _up(place: Point, unit: float) -> Point:
    return Point(place.x / unit, place.y / unit)


def _lost(behind: Backdrop) -> tuple[Points, ...]:
    edge = rim(behind)
    places = edge.places[np.abs(edge.steps) < _LOST]
    apart = np.hypot(*np.diff(places, axis=0).T) > _APART
    stretches = np.split(places, np.flatnonzero(apart) + 1)
    least = _STRETCH * behind.eye_distance
    return tuple(s / behind.person.shape[0] for s in stretches if len(s) >= least)
