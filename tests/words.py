"""Cues made by hand, and what guidance says in English."""

from __future__ import annotations

from framing.measures import MEASURES
from framing.overlay.marks import Landmarks
from framing.overlay.marks import marks as all_marks
from framing.overlay.shapes import Marks
from framing.say import ENGLISH, say
from framing.say.cues import in_words
from framing.say.readings import reason
from framing.types import (
    Band,
    Cue,
    Direction,
    Guidance,
    HowFar,
    Judgement,
    Remedy,
    Scene,
    Severity,
    State,
    Viewer,
)
from framing.types.guidance import Asks


def cue(
    text: str = "Move to your left",
    measure: str = "centring",
    severity: Severity = Severity.ERROR,
    direction: Direction = Direction.NONE,
    *,
    asks: Asks = "high",
    steps: float = 1.0,
    far: HowFar = HowFar.SOME,
) -> Cue:
    """A cue in these very words."""
    judgement = Judgement(MEASURES[measure], 0.2, Band(0.0, 0.1), State.HIGH, severity)
    return Cue(judgement, asks, Remedy(text, direction), steps, far)


def words(cue: Cue, viewer: Viewer = Viewer.FRONT) -> str:
    """What is asked for."""
    return in_words(cue, viewer, ENGLISH)


def because(judgement: Judgement) -> str:
    """Why."""
    return str(reason(judgement))


def marks(
    scene: Scene,
    guidance: Guidance,
    viewer: Viewer,
    landmarks: Landmarks = Landmarks.LIGHT,
    *,
    captions: bool = True,
) -> Marks:
    """What is drawn, its words in English."""
    return all_marks(scene, guidance, say(guidance, viewer), viewer, landmarks, captions=captions)
