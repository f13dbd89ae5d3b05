"""Who sits there, and whether they hold still: told by the main face's place alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import hypot, log

from framing.steady.memory import Memory, Place, Sitter
from framing.types import Scene

AWAY = 1.0  # seconds with nobody in view after which the next person is somebody else
LEAP = 1.5  # face heights that no head moves from one look to the next but one
GREW = 1.6  # times that no face grows or shrinks meanwhile
APART = 0.5  # seconds between looks beyond which neither says anything
SWAYING = 3.0  # seconds back to which a turn of the head's way counts
SWAY = 0.2  # face heights, 2.5 cm, from which it is a turn
NEARER = 1.1  # times that the face grows or shrinks, from which that is one
TURNS = 3  # within that time make a restless sitter; one who follows a cue too far turns once


def same_sitter(memory: Memory, scene: Scene) -> Memory:
    """The memory of the sitter there now: fresh after somebody has left, and without the mood of another face."""
    now, sitter = scene.time, memory.sitter
    if now - sitter.seen >= AWAY:
        memory, sitter = Memory(), Sitter()
    place = Place(now, scene.faces[0].eyes, scene.faces[0].height) if scene.faces else None
    if place is not None and _another(sitter.places, place):
        memory, sitter = replace(memory, mood={}), replace(sitter, places=sitter.places[-1:])
    places = tuple(p for p in sitter.places if now - p.time <= SWAYING)
    places = places if place is None else (*places, place)
    seen = now if scene.people or place is not None else sitter.seen
    return replace(memory, sitter=Sitter(places, seen, restless(places, sitter.restless)))


def restless(places: tuple[Place, ...], before: bool) -> bool:
    """Whether the face went to and fro within the last 3 s, along any of the ways in which it can be asked to move.

    Somebody who did before still does with one turn less.
    """
    if not places:
        return False
    height = max(p.height for p in places)
    ways = (
        [p.eyes.x / (SWAY * height) for p in places],
        [p.eyes.y / (SWAY * height) for p in places],
        [log(p.height) / log(NEARER) for p in places],
    )
    return any(turns(way) >= TURNS - before for way in ways)


def turns(way: Sequence[float]) -> int:
    """How often values turn back by 1 or more."""
    count, farthest, rising = 0, way[0], 0
    for value in way:
        if (value - farthest) * rising > 0.0:
            farthest = value
        elif abs(value - farthest) >= 1.0:
            count += rising != 0
            farthest, rising = value, 1 if value > farthest else -1
    return count


def _another(places: tuple[Place, ...], place: Place) -> bool:
    """Whether two looks in a row show another face than the two before them: one alone may be mistaken."""
    if len(places) < 3 or _leapt(places[-3], places[-2]):
        return False
    return _leapt(places[-2], places[-1]) and _leapt(places[-2], place)


def _leapt(before: Place, after: Place) -> bool:
    """Whether nobody can be so much farther on, or so much larger, within that time."""
    if after.time - before.time > APART:
        return False
    far = hypot(after.eyes.x - before.eyes.x, after.eyes.y - before.eyes.y)
    larger, smaller = max(before.height, after.height), min(before.height, after.height)
    return far > LEAP * larger or larger > GREW * smaller
