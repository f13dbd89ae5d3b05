"""Who sits there, and whether they hold still: told by the main face's place alone."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

from framing.steady.memory import Memory, Place, Sitter
from framing.types import Scene

AWAY = 1.0  # seconds with nobody in view after which whoever comes is somebody else
LEAP = 1.5  # face heights that no head moves from one look to the next
GREW = 1.6  # times that no face grows or shrinks meanwhile
APART = 0.5  # seconds between two looks beyond which neither says anything
STILL = 0.5  # seconds for which a sitter must hold still
STIR = 0.25  # face heights that a sitter who talks keeps within: 3 cm
NEARER = 1.12  # times that their face grows and shrinks meanwhile


def same_sitter(memory: Memory, scene: Scene) -> Memory:
    """The memory of whoever sits there now: fresh for a newcomer, and with where their face is."""
    now, sitter = scene.time, memory.sitter
    if now - sitter.seen >= AWAY:
        memory, sitter = Memory(), Sitter()
    place = Place(now, scene.faces[0].eyes, scene.faces[0].height) if scene.faces else None
    if place is not None and sitter.places and _leapt(sitter.places[-1], place):
        memory, sitter = replace(memory, looks={}, mood={}), replace(sitter, places=())
    places = tuple(p for p in sitter.places if now - p.time <= STILL)
    places = places if place is None else (*places, place)
    seen = now if scene.people or place is not None else sitter.seen
    moving = _moves(places)
    since = None if not moving else now if sitter.moving_since is None else sitter.moving_since
    return replace(memory, sitter=Sitter(places, seen, since))


def _leapt(before: Place, after: Place) -> bool:
    """Whether this is another face: nobody is so much farther on, or so much larger, within one look."""
    if after.time - before.time > APART:
        return False
    far = hypot(after.eyes.x - before.eyes.x, after.eyes.y - before.eyes.y)
    larger, smaller = max(before.height, after.height), min(before.height, after.height)
    return far > LEAP * larger or larger > GREW * smaller


def _moves(places: tuple[Place, ...]) -> bool:
    if not places:
        return False
    height = max(p.height for p in places)
    across = max(p.eyes.x for p in places) - min(p.eyes.x for p in places)
    down = max(p.eyes.y for p in places) - min(p.eyes.y for p in places)
    return hypot(across, down) > STIR * height or height > NEARER * min(p.height for p in places)
