"""What the page is told with every look, as typed JSON; the types of its scripts are made from these models."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from framing.page.hints import BUSY, hint
from framing.page.told import told
from framing.page.yours import yours
from framing.session.session import Session
from framing.types import Guidance

Kind = Literal["must", "style", "ok", "hold", "shown", "absent"]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cue(_Told):
    """The one thing to do; once all holds it is Ready, and `hint` the one matter of taste that is left."""

    text: str
    kind: Kind
    direction: str
    measure: str
    hint: str


class Reads(_Told):
    """The verdict; `at` is its place from portrait, 0, to headshot, 100."""

    name: str
    sure: str
    at: float | None
    reads_as: Literal["headshot", "portrait", "neither"] = Field(alias="as")
    wants: str
    agrees: bool


class Reason(_Told):
    """One of the five differences, and where it leans, 0 to 100."""

    difference: str
    title: str
    lean: Literal["headshot", "portrait", "none"]
    at: float
    because: str
    numbers: str


class Row(_Told):
    """One reading of the checklist."""

    name: str
    label: str
    kind: Kind
    word: str
    value: str
    band: str
    number: str
    because: str


class Group(_Told):
    """Readings that belong together, with their drawing as SVG."""

    key: str
    title: str
    kind: Kind
    rows: tuple[Row, ...]
    drawing: str


class Yours(_Told):
    """What the guide may learn of this sitter and this camera."""

    lens: str
    looking: bool
    progress: float
    distance: str
    asks: str
    nearest: float
    farthest: float


class Hint(_Told):
    """A quiet line about the camera; `phone` where it helps only who can turn it."""

    text: str
    phone: bool


class DeckLive(_Told):
    """What the deck shows of a look."""

    cue: Cue | None
    reads: Reads | None
    ready: bool
    size: tuple[int, int] | None
    frames: int
    looks: int
    hint: Hint | None
    focal: float | None  # what is known of the camera, for the browser to remember


class PanelLive(_Told):
    """What the panel shows of a look."""

    reads: Reads
    reasons: tuple[Reason, ...]
    boundary: str
    groups: tuple[Group, ...]
    cue: Cue
    ready: bool
    yours: Yours | None


class Live(_Told):
    """All of one look; deck and panel are of the same one."""

    time: float  # when the look was over, milliseconds since 1970, as Date.now() counts them
    room: bool  # whether this page has a seat or could have one
    deck: DeckLive
    panel: PanelLive | None  # None while there is no guidance


def payload(session: Session) -> Live:
    """What there is to tell of that session now."""
    look, settings, size = session.look, session.settings, session.size
    guidance = look.guidance if isinstance(look.guidance, Guidance) else None
    said = None if guidance is None else told(guidance, look.drawings)
    mine = yours(look.rest, settings.focal, settings.viewer)
    shape = hint(size, settings.preset) if settings.preset is not None else None
    quiet = {"text": BUSY, "phone": False} if session.busy else None if shape is None else shape._asdict()
    return Live.model_validate(
        {
            "time": round(look.over * 1000.0, 1),
            "room": session.room,
            "deck": {
                "cue": said and said["cue"],
                "reads": said and said["reads"],
                "ready": said is not None and said["ready"],
                "size": size,
                "frames": session.frames,
                "looks": session.looks,
                "hint": quiet,
                "focal": settings.focal if isinstance(settings.focal, float) else None,
            },
            "panel": said and {**said, "yours": mine},
        }
    )
