"""What the guide means, in the words of one language for one viewer: the only place where anything is worded."""

from __future__ import annotations

from framing.say.checklist import checklist
from framing.say.cues import in_words, told_cue
from framing.say.headline import headline
from framing.say.language import ENGLISH, Language, language, translate
from framing.say.reasons import reason
from framing.say.told import Group, Told, Wording
from framing.types import Guidance, Viewer

__all__ = ["ENGLISH", "Language", "Told", "language", "say", "translate"]


def say(
    guidance: Guidance,
    viewer: Viewer,
    language: Language = ENGLISH,
    cards: tuple[Group, ...] | None = None,
    wording: Wording = "plain",
) -> Told:
    """All that is told of one look or one photograph; total. `cards` that were worded before are taken over."""
    first = headline(guidance, language)
    return Told(
        language=language,
        headline=first,
        cue=told_cue(guidance, viewer, language, wording, nobody=first.state == "nobody"),
        cues=tuple(in_words(cue, viewer, language) for cue in guidance.cues),
        ready=guidance.ready,
        reasons=tuple(reason(e, language) for e in guidance.verdict.evidence),
        boundary=translate(language, guidance.verdict.boundary),
        groups=checklist(guidance, language) if cards is None else cards,
    )
