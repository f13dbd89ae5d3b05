"""What the page is told with every look, as typed JSON; the types of its scripts are made from these models.

What is said comes worded from `say`, whose values are parts of the models as they are.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from framing.overlay.drawings import NONE, Drawings
from framing.overlay.fonts import painted_in
from framing.overlay.sketch import Sketch
from framing.page.drawing.sketch import sketch_svg
from framing.page.hints import BUSY, UNPAINTED, hint
from framing.say import Told, translate
from framing.say.calibration import Calibration, calibration
from framing.say.told import Group, Headline, Kind, Reason, Row, ToldCue
from framing.session.session import Session


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Card(_Told):
    """Readings that belong together, with their drawing as SVG."""

    key: Literal["crop", "light", "background", "you"]
    title: str
    kind: Kind
    rows: tuple[Row, ...]
    drawing: str


class Hint(_Told):
    """A quiet line about the camera; `phone` where it helps only who can turn it."""

    text: str
    phone: bool


class DeckLive(_Told):
    """What the deck shows of a look."""

    cue: ToldCue | None
    reads: Headline | None
    ready: bool
    size: tuple[int, int] | None
    frames: int
    looks: int
    hint: Hint | None
    focal: float | None  # what is known of the camera, for the browser to remember


class PanelLive(_Told):
    """What the panel shows of a look, or of a photograph; places are 0 to 100."""

    reads: Headline
    reasons: tuple[Reason, ...]
    boundary: str
    groups: tuple[Card, ...]
    cue: ToldCue | None
    ready: bool
    calibration: Calibration | None  # what the guide may learn of the sitter; None beside a photograph


class Live(_Told):
    """All of one look; deck and panel are of the same one."""

    time: float  # when the look was over, milliseconds since 1970, as Date.now() counts them
    room: bool  # whether this page has a seat or could have one
    deck: DeckLive
    panel: PanelLive | None  # None while there is no guidance


def payload(session: Session) -> Live:
    """What there is to tell of that session now."""
    look, settings = session.look, session.settings
    told = look.told
    mine = calibration(look.rest, settings.focal, settings.viewer, settings.language)
    return Live(
        time=round(look.over * 1000.0, 1),
        room=session.room,
        deck=DeckLive(
            cue=None if told is None else told.cue,
            reads=None if told is None else told.headline,
            ready=told is not None and told.ready,
            size=session.size,
            frames=session.frames,
            looks=session.looks,
            hint=_hint(session),
            focal=settings.focal if isinstance(settings.focal, float) else None,
        ),
        panel=None if told is None else panel_live(told, look.drawings, mine),
    )


def panel_live(told: Told, drawn: Drawings = NONE, calibration: Calibration | None = None) -> PanelLive:
    """What the panel shows of what is told."""
    return PanelLive(
        reads=told.headline,
        reasons=told.reasons,
        boundary=told.boundary,
        groups=tuple(_card(group, told, drawn) for group in told.groups),
        cue=told.cue,
        ready=told.ready,
        calibration=calibration,
    )


def _card(group: Group, told: Told, drawn: Drawings) -> Card:
    sketch = {"light": drawn.light, "background": drawn.background}.get(group.key)
    drawing = sketch_svg(sketch, told.language) if isinstance(sketch, Sketch) else ""
    return Card(key=group.key, title=group.title, kind=group.kind, rows=group.rows, drawing=drawing)


def _hint(session: Session) -> Hint | None:
    settings = session.settings
    if session.busy:
        return Hint(text=translate(settings.language, BUSY), phone=False)
    found = None if settings.preset is None else hint(session.size, settings.preset)
    if found is None and settings.captions and painted_in(settings.language) is not settings.language:
        return Hint(text=translate(settings.language, UNPAINTED), phone=False)
    return None if found is None else Hint(text=translate(settings.language, found.text), phone=found.phone)
