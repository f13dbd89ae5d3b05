"""What is told of the sitter's newest look to those who look at them: once for each language, whoever reads it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from framing.hub.rooms import Words
from framing.overlay.drawings import Drawings, drawings
from framing.overlay.marks import marks
from framing.page.payload import live
from framing.say import Language, say, translate
from framing.say.cues import in_words
from framing.session.look import Look
from framing.session.session import Session
from framing.types import Absent, Cue, HowFar, Message, Severity, Viewer
from framing.web.room_models import Guidance, RankedCue
from framing.web.room_words import spoken

MOST = 12  # cues that a coach can choose from
_FAR: dict[HowFar, Message] = {HowFar.LITTLE: "a little", HowFar.SOME: "", HowFar.FAR: "quite a bit"}


class Teller:
    """Words the looks of one session; the small drawings are made again only when the sitter's own have changed."""

    def __init__(self) -> None:
        self._drawn: tuple[Drawings, Drawings] | None = None  # the sitter's, and the same as others see them

    def words(self, session: Session, languages: Collection[str], sitters: str) -> Words:
        """Its newest look in these languages, for those who look at the sitter, and its cues in the sitter's own."""
        look = session.look
        cues = () if isinstance(look.guidance, Absent) else look.guidance.cues[:MOST]
        told, ranked = [], [("", _by_id(cues, Viewer.FRONT, spoken(sitters)))]
        for code in sorted(languages):
            language = spoken(code)
            words = _by_id(cues, Viewer.OTHER, language)
            ranked.append((code, words))
            said = Guidance(
                live=live(session, self._told(look, language), language),
                ranked=tuple(
                    _ranked(cue, text, language) for cue, (_, text) in zip(cues, words, strict=True)
                ),
            )  # fmt: skip
            told.append((code, said.model_dump_json()))
        return Words(tuple(told), tuple(ranked))

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


def _by_id(cues: Collection[Cue], viewer: Viewer, language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((cue.id, in_words(cue, viewer, language)) for cue in cues)


def _ranked(cue: Cue, words: str, language: Language) -> RankedCue:
    far = _FAR[cue.far] if cue.remedy.by_degrees else ""
    grave = cue.severity is Severity.ERROR
    return RankedCue(
        cue=cue.id, words=words, amount=translate(language, far) if far else "", symbol="must" if grave else "style"
    )  # fmt: skip
