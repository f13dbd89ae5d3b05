"""What is wrong with a picture that was taken, the gravest first, in words for the person who takes it again."""

from __future__ import annotations

from framing.advise import remedy
from framing.say.language import Language, translate
from framing.say.readings import labelled
from framing.steady import musts_hold
from framing.types import Judgement, Judgements, Severity, State

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


def named(judgement: Judgement, language: Language) -> str:
    """What a judgement that is out of its band finds wrong: "Eyes closed", or "Exposure: too dark"."""
    found = remedy(judgement.measure, judgement.state)
    return translate(language, found.fault) if found is not None and found.fault else labelled(judgement, language)
