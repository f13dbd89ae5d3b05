"""The outline of somebody in a photograph, to be laid over a camera's picture: where they are, not who."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.overlay.guides import contours
from framing.types import Absent, Backdrop, Point, Scene

_SOFT = 0.12  # eye distances by which the outline is smoothed: curls and buttons are no place
_COARSE = 0.05  # eye distances by which a straight line may miss it
_EDGE = 1.5  # pixels of the map from the picture's edge that are no outline, but where it is cut
_DOWN = 2.5  # face heights T below the chin: head and shoulders, without what somebody holds in the lap
_LEAST = 3  # points of a line that is worth drawing


@dataclass(frozen=True, slots=True)
class Ghost:
    """Lines in viewfinder heights of the unmirrored picture: the oval of each face, then head and shoulders."""

    lines: tuple[tuple[Point, ...], ...]


def ghost(scene: Scene) -> Ghost:
    """The outlines of what was seen; without a backdrop to tell them from, the faces' alone."""
    ovals = tuple(contours(face)[0].points for face in scene.faces)
    return Ghost(ovals + (() if isinstance(scene.backdrop, Absent) else _bodies(scene.backdrop)))


def _bodies(behind: Backdrop) -> tuple[tuple[Point, ...], ...]:
    height, width = behind.person.shape
    person = cv2.GaussianBlur(behind.person, (0, 0), max(_SOFT * behind.eye_distance, 0.5))
    found, _ = cv2.findContours((person > 0.5).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    low = behind.chin + _DOWN * (behind.chin - behind.eyes.y)
    lines: list[tuple[Point, ...]] = []
    for outline in found:
        places = outline[:, 0, :].astype(np.float64)
        beyond = np.hstack([places <= _EDGE, places >= np.array([width, height]) - 1 - _EDGE])
        edge = np.asarray(beyond.any(axis=1) | (places[:, 1] > low), np.bool_)
        for run in _runs(places, edge):
            line = cv2.approxPolyDP(run.astype(np.float32), _COARSE * behind.eye_distance, closed=False)[:, 0, :]
            if len(line) >= _LEAST:
                lines.append(tuple(Point(float(x + 0.5) / height, float(y + 0.5) / height) for x, y in line))
    return tuple(lines)


def _runs(places: NDArray[np.float64], edge: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """The parts of a closed outline that are no edge of the picture, each in order."""
    if not edge.any():
        return [np.vstack([places, places[:1]])]
    start = int(np.argmax(edge))
    places, edge = np.roll(places, -start, axis=0), np.roll(edge, -start)
    cuts = np.flatnonzero(np.diff(edge.astype(int)))
    return [part for part, cut in zip(np.split(places, cuts + 1), np.split(edge, cuts + 1), strict=True) if not cut[0]]
