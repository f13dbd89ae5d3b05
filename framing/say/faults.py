"""What is wrong with a picture that was taken, the gravest first, in words for the person who takes it again."""

from __future__ import annotations

from framing.advise import remedy
from framing.say.cues import in_words
from framing.say.language import Language, translate
from framing.say.readings import labelled
from framing.steady import musts_hold
from framing.types import Guidance, Judgement, Judgements, Severity, State, Viewer, filled

# A blink or lost focus spoils a picture whatever it is for, unless its use leaves the matter open.
SPOIL = ("eyes_open", "sharpness")
_UNSEEN = "Not all that the use asks for can be seen"


def fault(judgements: Judgements, language: Language) -> str | None:
    """What must not be so in this very picture: "Eyes closed"; None where nothing speaks against it.

    What spoils every picture comes before the musts of its use, for only taking it again helps; then the musts in the
    order of their cues, and last a must that could not be seen.
    """
    wrong = [j for j in judgements if j.state in (State.LOW, State.HIGH)]
    spoilt = [j for j in wrong if j.measure.name in SPOIL]
    missed = [j for j in wrong if j.severity is Severity.ERROR]
    unseen = [j for j in judgements if j.severity is Severity.ERROR and j.state is State.ABSENT]
    if first := next(iter((*spoilt, *missed)), None):
        return named(first, language)
    if not musts_hold(judgements):
        return next((labelled(j, language) for j in unseen), translate(language, _UNSEEN))
    return None


def lead(guidance: Guidance, viewer: Viewer, language: Language) -> tuple[str, str]:
    """The sentence above Keep and Again, fault first, and less prominently what is left for taste."""
    if found := fault(guidance.judgements, language):
        return translate(language, filled("{fault}: again?", fault=found)), ""
    holds = translate(language, "All that this picture asks for holds.")
    if guidance.preset is not None:
        holds = translate(language, filled("All that {use} asks for holds.", use=guidance.preset.title))
    taste = [in_words(cue, viewer, language) for cue in guidance.cues[:1]]
    return holds, translate(language, filled("For taste: {cue}.", cue=taste[0])) if taste else ""


def named(judgement: Judgement, language: Language) -> str:
    """What a judgement that is out of its band finds wrong: "Eyes closed", or "Exposure: too dark"."""
    found = remedy(judgement.measure, judgement.state)
    return translate(language, found.fault) if found is not None and found.fault else labelled(judgement, language)
