"""What the scripts are told, as typed JSON: their own types are made of these models, and of what `say` tells."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from framing.overlay.drawings import NONE, Drawings
from framing.overlay.sketch import Sketch
from framing.page.drawing.sketch import sketch_svg
from framing.page.hints import BUSY, hint
from framing.say import Language, Told, translate
from framing.say.own import Own, own
from framing.say.told import Group as ToldGroup
from framing.say.told import Headline, Kind, Reason, Row, ToldCue
from framing.session.session import Session


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Hint(_Model):
    """A quiet line about the camera; `phone` where it helps only who can turn it."""

    text: str
    phone: bool


class Group(_Model):
    """One card of the checklist, with its drawing as SVG where it has one."""

    key: str
    title: str
    kind: Kind
    rows: tuple[Row, ...]
    drawing: str


class DeckLive(_Model):
    """What the deck shows of a look."""

    cue: ToldCue | None = None
    reads: Headline | None = None
    ready: bool = False
    size: tuple[int, int] | None
    frames: int
    looks: int
    hint: Hint | None
    focal: float | None  # what is known of the camera, for the browser to remember


class PanelLive(_Model):
    """What the panel shows of a look; places are 0 to 100."""

    reads: Headline
    reasons: tuple[Reason, ...]
    boundary: str
    groups: tuple[Group, ...]
    cue: ToldCue | None
    ready: bool
    yours: Own | None


class Live(_Model):
    """All of one look; deck and panel are of the same one."""

    time: float  # when the look was over, milliseconds since 1970, as Date.now() counts them
    room: bool  # whether this page has a seat or could have one
    deck: DeckLive
    panel: PanelLive | None  # None while there is no guidance


def payload(session: Session) -> Live:
    """What there is to tell of that session now."""
    look, settings = session.look, session.settings
    told, focal = look.told, settings.focal
    deck = DeckLive(
        size=session.size,
        frames=session.frames,
        looks=session.looks,
        hint=_hint(session),
        focal=focal if isinstance(focal, float) else None,
    )
    panel = None
    if told is not None:
        deck = deck.model_copy(update={"cue": told.cue, "reads": told.headline, "ready": told.ready})
        panel = _panel(told, look.drawings, own(look.rest, focal, settings.viewer, told.language))
    return Live(time=round(look.over * 1000.0, 1), room=session.room, deck=deck, panel=panel)


def panel_json(told: Told, drawn: Drawings = NONE) -> dict[str, Any]:
    """What the panel shows of one photograph, as plain values."""
    return _panel(told, drawn, None).model_dump(mode="json")


def _panel(told: Told, drawn: Drawings, mine: Own | None) -> PanelLive:
    sketches = {"light": drawn.light, "background": drawn.background}
    return PanelLive(
        reads=told.headline,
        reasons=told.reasons,
        boundary=told.boundary,
        groups=tuple(_group(group, sketches.get(group.key), told.language) for group in told.groups),
        cue=told.cue,
        ready=told.ready,
        yours=mine,
    )


def _group(group: ToldGroup, sketch: object, language: Language) -> Group:
    drawing = sketch_svg(sketch, language) if isinstance(sketch, Sketch) else ""
    return Group(key=group.key, title=group.title, kind=group.kind, rows=group.rows, drawing=drawing)


def _hint(session: Session) -> Hint | None:
    preset, language = session.settings.preset, session.settings.language
    if session.busy:
        return Hint(text=translate(language, BUSY), phone=False)
    shape = None if preset is None else hint(session.size, preset)
    return None if shape is None else Hint(text=translate(language, shape.text), phone=shape.phone)
