"""What the page is told with every look, as typed JSON; the types of its scripts are made from these models.

What is said comes worded from `say`, whose values are parts of the models as they are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from framing.overlay.drawings import NONE, Drawings
from framing.overlay.shapes import Role, Shade, Stroke
from framing.overlay.sketch import Sketch
from framing.page.drawing.sketch import sketch_svg
from framing.page.hints import BUSY, hint
from framing.say import Language, Told, translate
from framing.say import language as spoken
from framing.say.calibration import Calibration, calibration
from framing.say.told import Group, Headline, Kind, Reason, Row, ToldCue
from framing.session.look import Look
from framing.session.outlines import Outline
from framing.session.session import Session
from framing.types import Absent, filled

_FINE = 4  # digits of a place: a tenth of a pixel


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
    groups: tuple[Card, ...] | None  # None on the line where they are those of the look before
    cue: ToldCue | None
    ready: bool
    calibration: Calibration | None  # what the guide may learn of the sitter; None beside a photograph


class Line(_Told):
    """A line of the overlay: what it stands for, and its places, x and y in turn."""

    role: Role
    points: tuple[float, ...]


class LineLabel(_Told):
    """A few small words at a height of the viewfinder, on the dimmed margin at its left edge on the screen."""

    text: str
    y: float


class Cut(_Told):
    """What another use would get of the picture just now."""

    use: str
    title: str
    shape: Literal["rectangle", "circle"]
    window: tuple[float, float, float, float] | None  # as the stage's; None where it would get nothing
    size: str  # its pixels
    words: str  # how it is handed over, or why it cannot be


class StageLive(_Told):
    """What is drawn over the camera's own picture, which is unmirrored; places in viewfinder heights (`Marks`)."""

    frame: int  # the number of the picture that was looked at; 0 where the carrier does not count
    aspect: float  # of the picture
    window: tuple[float, float, float, float]  # the viewfinder: left, top, width, height in heights of the picture
    shade: Shade
    lines: tuple[Line, ...]
    over_face: tuple[Line, ...]
    labels: tuple[LineLabel, ...]
    cuts: tuple[Cut, ...]
    clear: tuple[tuple[float, float, float, float], ...]  # the heads: left, top, right, bottom; lines keep off them


class Live(_Told):
    """All of one look; stage, deck and panel are of the same one."""

    time: float  # when the look was over, milliseconds since 1970, as Date.now() counts them
    room: bool  # whether this page has a seat or could have one
    stage: StageLive | None  # None while there is no guidance
    deck: DeckLive
    panel: PanelLive | None  # None while there is no guidance

    def after(self, before: Live | None) -> Live:
        """The same for a page that knows the look before: without cards that it has, which are most of it."""
        if before is None or before.panel is None or self.panel is None or before.panel.groups != self.panel.groups:
            return self
        return self.model_copy(update={"panel": self.panel.model_copy(update={"groups": None})})


def payload(session: Session) -> Live:
    """What there is to tell of that session now, to the person at its page."""
    look, settings = session.look, session.settings
    mine = calibration(look.rest, settings.focal, settings.viewer, settings.language)
    return live(session, look, settings.language, mine)


def live(session: Session, look: Look, language: Language, calibration: Calibration | None = None) -> Live:
    """A look of that session, which was told and drawn in that language."""
    told, focal = look.told, session.settings.focal
    return Live(
        time=round(look.over * 1000.0, 1),
        room=session.room,
        stage=stage_live(look, language),
        deck=DeckLive(
            cue=None if told is None else told.cue,
            reads=None if told is None else told.headline,
            ready=told is not None and told.ready,
            size=session.size,
            frames=session.frames,
            looks=look.count,  # not the session's own: the next one may be over meanwhile
            hint=_hint(session, language),
            focal=focal if isinstance(focal, float) else None,
        ),
        panel=None if told is None else panel_live(told, look.drawings, calibration),
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


def stage_live(look: Look, language: Language) -> StageLive | None:
    """What that look draws over the picture; None while there is no guidance."""
    marks, judged = look.marks, look.judged
    if marks is None or judged is None:
        return None
    (height, width), view = judged.pixels.shape[:2], judged.viewfinder
    return StageLive(
        frame=look.number,
        aspect=width / height,
        window=_rounded(*(x / height for x in (view.left, view.top, view.width, view.height))),
        shade=marks.shade,
        lines=tuple(map(_line, marks.strokes)),
        over_face=tuple(map(_line, marks.over_face)),
        labels=tuple(LineLabel(text=label.text, y=round(label.y, _FINE)) for label in marks.labels),
        cuts=tuple(_cut(outline, height * judged.scale, language) for outline in look.outlines),
        clear=tuple(_rounded(*box) for box in marks.clear),
    )


def _cut(outline: Outline, tall: float, language: Language) -> Cut:
    preset, found = outline.preset, outline.delivery
    shape: Literal["rectangle", "circle"] = "circle" if preset.shape == "circle" else "rectangle"
    title = translate(language, preset.title)
    if isinstance(found, Absent):
        why = translate(language, found.why)
        return Cut(use=preset.name, title=title, shape=shape, window=None, size="", words=why)
    place = found.window
    window = _rounded(*(x / tall for x in (place.left, place.top, place.width, place.height)))
    size = translate(language, filled("{width:d} × {height:d}", width=found.size[0], height=found.size[1]))
    words = translate(language, found.words)
    return Cut(use=preset.name, title=title, shape=shape, window=window, size=size, words=words)


def _line(stroke: Stroke) -> Line:
    return Line(role=stroke.role, points=tuple(round(x, _FINE) for point in stroke.points for x in point))


def _rounded(a: float, b: float, c: float, d: float) -> tuple[float, float, float, float]:
    return round(a, _FINE), round(b, _FINE), round(c, _FINE), round(d, _FINE)


def _card(group: Group, told: Told, drawn: Drawings) -> Card:
    drawing = _svgs(drawn, told.language.code).get(group.key, "")
    return Card(key=group.key, title=group.title, kind=group.kind, rows=group.rows, drawing=drawing)


@lru_cache(maxsize=64)  # drawings come on a slower beat than looks
def _svgs(drawn: Drawings, code: str) -> dict[str, str]:
    both = {"light": drawn.light, "background": drawn.background}
    return {key: sketch_svg(sketch, spoken(code)) for key, sketch in both.items() if isinstance(sketch, Sketch)}


def _hint(session: Session, language: Language) -> Hint | None:
    preset = session.applied.preset
    if session.busy:
        return Hint(text=translate(language, BUSY), phone=False)
    if session.lent is not None and session.lent.hidden:
        return None
    found = None if preset is None else hint(session.size, preset)
    return None if found is None else Hint(text=translate(language, found.text), phone=found.phone)
