"""What is told of the sitter's newest look to those who look at them: once for each language, whoever reads it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import isfinite

from framing.hub.rooms import Asked, Words
from framing.overlay.drawings import Drawings, drawings
from framing.overlay.marks import marks
from framing.page.payload import live
from framing.room.sentences import FAR
from framing.say import Language, say, translate
from framing.say.cues import in_words
from framing.session.look import Look
from framing.session.session import Session
from framing.types import Absent, Cue, Judgement, Severity, Viewer
from framing.web.room_models import Guidance, Measured, RankedCue
from framing.web.room_words import spoken

MOST = 12  # cues that a coach can choose from


class Teller:
    """Words the looks of one session; the small drawings are made again only when the sitter's own have changed."""

    def __init__(self) -> None:
        self._drawn: tuple[Drawings, Drawings] | None = None  # the sitter's, and the same as others see them

    def words(self, session: Session, languages: Collection[str], sitters: str) -> Words:
        """Its newest look in these languages, for those who look at the sitter, and its cues in the sitter's own."""
        look, guidance = session.look, session.look.guidance
        cues = () if isinstance(guidance, Absent) else guidance.cues[:MOST]
        measured = () if isinstance(guidance, Absent) else tuple(map(_measured, filter(_judged, guidance.judgements)))
        words = {code: [in_words(cue, Viewer.OTHER, spoken(code)) for cue in cues] for code in sorted(languages)}
        told = tuple(
            (code, self._said(session, look, code, list(zip(cues, said, strict=True)), measured).model_dump_json())
            for code, said in words.items()
        )
        mine = spoken(sitters)
        asked = tuple(
            Asked(
                cue.id, in_words(cue, Viewer.FRONT, mine), Viewer.FRONT.on_screen(cue.direction),
                tuple((code, said[rank]) for code, said in words.items()),
            )
            for rank, cue in enumerate(cues)
        )  # fmt: skip
        return Words(told, asked)

    def _said(
        self, session: Session, look: Look, code: str, cues: list[tuple[Cue, str]], measured: tuple[Measured, ...]
    ) -> Guidance:
        language = spoken(code)
        return Guidance(
            live=live(session, self._told(look, language), language),
            ranked=tuple(_ranked(cue, words, language) for cue, words in cues),
            measured=measured,
        )

    def _told(self, look: Look, language: Language) -> Look:
        """The look as it is told and drawn to somebody who looks at the sitter."""
        guidance, scene = look.guidance, look.scene
        if isinstance(guidance, Absent) or scene is None:
            return look
        told = say(guidance, Viewer.OTHER, language)
        if self._drawn is None or self._drawn[0] is not look.drawings:
            self._drawn = look.drawings, drawings(scene, guidance, Viewer.OTHER)
        drawn = marks(scene, guidance, told, Viewer.OTHER, captions=False)
        return replace(look, told=told, marks=drawn, drawings=self._drawn[1])


def _judged(judgement: Judgement) -> bool:
    return judgement.band is not None


def _measured(judgement: Judgement) -> Measured:
    value, band = judgement.value, judgement.band
    return Measured(
        name=judgement.measure.name, value=None if isinstance(value, Absent) else _fine(value),
        low=None if band is None else _fine(band.low), high=None if band is None else _fine(band.high),
    )  # fmt: skip


def _fine(value: float | None) -> float | None:
    return round(value, 4) if value is not None and isfinite(value) else None


def _ranked(cue: Cue, words: str, language: Language) -> RankedCue:
    far = FAR.get(cue.far) if cue.remedy.by_degrees else None
    grave = cue.severity is Severity.ERROR
    return RankedCue(
        cue=cue.id, words=words, amount="" if far is None else translate(language, far),
        symbol="must" if grave else "style",
    )  # fmt: skip
