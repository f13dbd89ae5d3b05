"""What one look at a picture led to: the value that a session tells its subscribers."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from framing.at_rest import STRANGER, AtRest
from framing.overlay.drawings import NONE, Drawings
from framing.overlay.shapes import Marks
from framing.say import Told
from framing.session.outlines import Outline
from framing.types import Absent, Face, Guidance, Image, Scene, Viewfinder

WAITING = Absent("Waiting for the first picture")
OPENING = Absent("The guide is opening its eyes: a few seconds")


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A picture as it came from the carrier, and where its viewfinder was."""

    pixels: Image = field(repr=False)
    viewfinder: Viewfinder
    scale: float = 1.0  # how many of the camera's own pixels lie along one of these


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The guidance and what is drawn of it, or why there is none. A look with the same moment is the same look."""

    moment: float  # when its picture was taken, or when it was found that there is none; seconds of the session's clock
    guidance: Guidance | Absent = WAITING
    told: Told | None = None  # the same for the person at the page, in their language
    marks: Marks | None = None
    drawings: Drawings = NONE
    rest: AtRest = STRANGER  # what looking into the lens has told, and how far a look under way is
    face: Face | Absent = WAITING  # the main one, in the viewfinder heights of the use it was looked at for
    judged: Judged | None = None  # the picture itself that was looked at
    scene: Scene | None = field(default=None, repr=False)  # what was seen in it, to be told to others
    outlines: tuple[Outline, ...] = ()  # of the uses that are shown at the same time
    count: int = 0  # the session's looks so far, this one among them
    number: int = 0  # of its picture, as its sender counts; 0 where nobody counts
    over: float = field(default_factory=time.time)  # when it was done, seconds since 1970, as a browser counts
