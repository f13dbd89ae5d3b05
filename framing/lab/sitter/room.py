"""The room the sitter stands in: one photograph, shown as a webcam would show it from any stance."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import NamedTuple

import cv2
import numpy as np

from framing.crop import reframed, suggest
from framing.errors import PhotoError
from framing.lab.sitter.lamp import lamp
from framing.lab.sitter.stance import ASPECT, Stance, camera
from framing.lab.sitter.steps import MOVES, step
from framing.perceive.still_eyes import StillEyes
from framing.say.readings import reason
from framing.scenery import HEIGHT, WIDTH, around, noisy
from framing.session.settings import viewfinder
from framing.still import assess
from framing.types import Absent, Frame, Guidance, Image, Point, Preset, Severity, State, Viewfinder

_LONGEST = 1280  # pixels of the photograph that are kept: its surroundings take ten times as many
_STILL = Stance(face=0.08, y=0.3)  # far enough to show what a crop may need, the place round the sitter included
_LOOKS = 3  # the first to see the face from near, the others to stand by it


class Room:
    """A photograph of one person, its surroundings and a lamp; every picture has noise of its own."""

    def __init__(self, photograph: Frame, name: str) -> None:
        """Find the face; raises PhotoError where there is none to frame."""
        pixels = _thinned(photograph.pixels)
        height, width = pixels.shape[:2]
        whole = Viewfinder(0, 0, width, height)
        with closing(StillEyes()) as eyes:
            faces = eyes.see(Frame(pixels, whole)).faces
        if len(faces) != 1:
            found = f"{len(faces)} in {name}" if faces else f"no readable face in {name}"
            raise PhotoError("a photograph of one person with a readable face", found, "choose another photograph")
        self.eyes: Point = faces[0].eyes
        self.face: float = faces[0].height
        self._scenery = around(pixels)
        mesh = whole.to_pixels(faces[0].points) + np.array([self._scenery.side, self._scenery.above, 0.0])
        self._lamp = lamp(mesh, self._scenery.pixels.shape[1::-1])
        self._lit = (0.0, 0.0), self._scenery

    def shown(self, stance: Stance, number: int = 0) -> Image:
        """What a webcam shows of somebody in that stance, 1280x720 RGB; frames in a row differ in their noise."""
        light = round(stance.across, 1), round(stance.above, 1)
        if self._lit[0] != light:
            self._lit = light, replace(self._scenery, pixels=self._lamp.light(self._scenery.pixels, *light))
        return noisy(self._lit[1].view(camera(stance, self.eyes, self.face)), number)


class Missed(NamedTuple):
    """What a use asks for and no stance can give."""

    label: str
    because: str


def best(room: Room, preset: Preset) -> tuple[Stance, tuple[Missed, ...]]:
    """The stance that meets most of what the use asks for, and the musts that nothing a sitter does can meet.

    Looked for from afar, where all of the sitter shows, but with the face as it is seen from near: from afar a mask of
    256 pixels takes a head of full hair for a bald one. What leaning, another light or another lamp can bring is not
    missed, whatever the photograph itself has of it: that is what the sitter does by the cues.
    """
    whole, view = Viewfinder(0, 0, WIDTH, HEIGHT), viewfinder(WIDTH, HEIGHT, preset)
    with closing(StillEyes()) as eyes:
        scene = eyes.see(Frame(room.shown(_STILL), whole))
        for _ in range(_LOOKS):
            crop = suggest(scene, scene.viewfinder or whole, preset)
            if isinstance(crop, Absent):
                return _STILL, (Missed("Crop", str(crop.why)),)
            stance = _standing(crop.window, view.height)
            seen, guidance = assess(Frame(room.shown(stance), view), eyes, preset)
            missed = unmet(guidance)
            if not missed or not seen.faces:
                break
            scene = replace(scene, faces=reframed(seen, crop.window, whole).faces)
    return stance, missed


def unmet(guidance: Guidance) -> tuple[Missed, ...]:
    """The musts that are missed and that neither leaning nor another light would meet."""
    doable = {cue.measure for cue in guidance.cues if (found := step(cue)) is not None and found.what not in MOVES}
    return tuple(
        Missed(j.measure.label, str(reason(j)))
        for j in guidance.judgements
        if j.severity is Severity.ERROR and j.state in (State.LOW, State.HIGH) and j.measure.name not in doable
    )


def _standing(kept: Viewfinder, height: int) -> Stance:
    """The stance in which that part of what `_STILL` shows fills a viewfinder of that many pixels' height."""
    nearer = height / kept.height
    across, down = _STILL.x * HEIGHT - kept.left - kept.width / 2, _STILL.y * HEIGHT - kept.top - kept.height / 2
    return Stance(ASPECT / 2 + across * nearer / HEIGHT, 0.5 + down * nearer / HEIGHT, _STILL.face * nearer)


def _thinned(pixels: Image) -> Image:
    by = _LONGEST / max(pixels.shape[:2])
    if by >= 1.0:
        return pixels
    return np.asarray(cv2.resize(pixels, None, fx=by, fy=by, interpolation=cv2.INTER_AREA), np.uint8)
