"""The step in lightness along the head's outline: where the head stands out, and where it melts into the backdrop."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.backdrop.remembered import remembered
from framing.pixels import at
from framing.types import Backdrop

_OUTSIDE, _INSIDE = 0.24, 0.18  # eye distances off the outline (docs/measures.md, "Separation")
_PATCH = 0.22  # eye distances: the side of the patch that is read there
_WIDE = 2.5  # eye distances to either side within which the outline is a head's, hair or hat and all
_CENTRE = 0.15  # eye distances from the eyes up to the head's centre


@dataclass(frozen=True, slots=True, eq=False)
class Rim:
    """Samples along the head's outline above the chin, none where nobody's head is in view."""

    places: NDArray[np.float64]  # (n, 2), pixels of the backdrop's map
    steps: NDArray[np.float64]  # (n,), L* of the backdrop less that of the head, -100..100


@remembered  # the measure and the map ask for the same one
def rim(behind: Backdrop) -> Rim:
    """The outline of the head above the chin and its steps in lightness, read across it away from the head's centre.

    Sample by sample, since a backdrop light on one side and dark on the other has no one lightness.
    """
    unit, person = behind.eye_distance, (behind.person > 0.5).astype(np.uint8)
    outlines = cv2.findContours(person, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    places = np.concatenate([o[:, 0] for o in outlines] or [np.empty((0, 2))]).astype(np.float64)
    outward = places - (behind.eyes.x, behind.eyes.y - _CENTRE * unit)
    outward /= np.maximum(np.hypot(*outward.T), 1e-6)[:, None]
    outer, inner = places + _OUTSIDE * unit * outward, places - _INSIDE * unit * outward
    heads = (places[:, 1] < behind.chin) & (np.abs(places[:, 0] - behind.eyes.x) < _WIDE * unit)
    height, width = person.shape
    there = heads & (outer >= 0).all(axis=1) & (outer <= (width - 1, height - 1)).all(axis=1)
    places, outer, inner = (a[there] for a in (places, outer, inner))
    apart = (at(person, outer) == 0) & (at(person, inner) == 1)
    places, outer, inner = (a[apart] for a in (places, outer, inner))
    side = max(3, round(_PATCH * unit))
    lightness = np.asarray(cv2.blur(behind.lightness, (side, side)), np.float32)
    return Rim(places, (at(lightness, outer) - at(lightness, inner)).astype(np.float64))
