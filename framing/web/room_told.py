"""What is told of the sitter's newest look to those who look at them: once for each language, whoever reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from framing.hub.rooms import Asked, Words
from framing.overlay.drawings import Drawings, drawings
from framing.overlay.marks import marks
from framing.page.payload import Live, live
from framing.room.sentences import FAR
from framing.room.values import Person
from framing.say import Language, say, translate
from framing.say.cues import in_words
from framing.say.told import Group
from framing.school.lamp import directed
from framing.session.look import Look
from framing.session.session import Session
from framing.types import Absent, Cue, Judgement, Severity, Viewer
from framing.web.room_models import Guidance, Measured, RankedCue
from framing.web.room_words import spoken

MOST = 12  # cues that a coach can choose from
Cards = tuple[Group, ...]


class Teller:
    """Words the looks of one session. Drawings and cards are made again only when the sitter's own have changed."""

    def __init__(self) -> None:
        self._drawn: tuple[Drawings, Drawings] | None = None  # the sitter's, and the same as others see them
        self._cards: dict[str, tuple[Cards, Cards]] = {}  # the same of the checklist, by language
        self._before: dict[str, Live] = {}  # what was told last, by language
        self._who: frozenset[str] = frozenset()  # on whose connections

    def words(
        self, session: Session, viewers: Sequence[Person], sitters: str, corrections: int | None = None
    ) -> Words:
        """Its newest look in the languages of these viewers, and its cues in the sitter's own.

        With `corrections` it is one of a drill: for the coach alone, whose assistant may move the lamp too. As on a
        page's own line, cards are left out where nothing of them is new and all viewers know them.
        """
        who = frozenset(one.line for one in viewers if one.line is not None)
        if who != self._who:
            self._who, self._before = who, {}
        languages = {one.language for one in viewers}
        look = session.whole if corrections is None else _directed(session.whole)
        guidance = look.guidance
        cues = () if isinstance(guidance, Absent) else guidance.cues[:MOST]
        measured = () if isinstance(guidance, Absent) else tuple(map(_measured, filter(_judged, guidance.judgements)))
        words = {code: [in_words(cue, Viewer.OTHER, spoken(code)) for cue in cues] for code in sorted(languages)}
        by_code = {code: list(zip(cues, said, strict=True)) for code, said in words.items()}
        told = tuple(
            (code, self._said(session, look, code, ranked, measured, corrections).model_dump_json())
            for code, ranked in by_code.items()
        )
        mine = spoken(sitters)
        asked = tuple(
            Asked(
                cue.id, in_words(cue, Viewer.FRONT, mine), Viewer.FRONT.on_screen(cue.direction),
                tuple((code, said[rank]) for code, said in words.items()),
            )
            for rank, cue in enumerate(cues)
        )  # fmt: skip
        return Words(told, asked, alone=corrections is not None)

    def _said(
        self, session: Session, look: Look, code: str, cues: list[tuple[Cue, str]], measured: tuple[Measured, ...],
        corrections: int | None,
    ) -> Guidance:  # fmt: skip
        language = spoken(code)
        told = live(session, self._told(look, language), language)
        before = self._before.get(code)
        self._before[code] = told
        return Guidance(
            live=told.after(before),
            ranked=tuple(_ranked(cue, words, language) for cue, words in cues),
            measured=measured,
            corrections=corrections,
        )

    def _told(self, look: Look, language: Language) -> Look:
        """The look as it is told and drawn to somebody who looks at the sitter."""
        guidance, scene = look.guidance, look.scene
        if isinstance(guidance, Absent) or scene is None:
            return look
        cards = None if look.told is None else look.told.groups
        mine, theirs = self._cards.get(language.code, ((), ()))
        told = say(guidance, Viewer.OTHER, language, theirs if cards and cards is mine else None)
        self._cards[language.code] = (cards or (), told.groups)
        if self._drawn is None or self._drawn[0] is not look.drawings:
            self._drawn = look.drawings, drawings(scene, guidance, Viewer.OTHER)
        drawn = marks(scene, guidance, told, Viewer.OTHER, captions=False)
        return replace(look, told=told, marks=drawn, drawings=self._drawn[1])


def _directed(look: Look) -> Look:
    guidance = look.guidance
    return look if isinstance(guidance, Absent) else replace(look, guidance=directed(guidance))


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
