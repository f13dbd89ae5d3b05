"""What is wrong with a picture that was taken, the gravest first, in words for the person who takes it again."""

from __future__ import annotations

from framing.advise import remedy
from framing.page.figures import labelled
from framing.steady import musts_hold
from framing.types import Guidance, Judgement, Judgements, Severity, State

# A blink or lost focus spoils a picture whatever it is for, unless its use leaves the matter open.
SPOIL = ("eyes_open", "sharpness")


def fault(judgements: Judgements) -> str | None:
    """What must not be so in this very picture: "Eyes closed"; None where nothing speaks against it.

    What spoils every picture comes before the musts of its use, for only taking it again helps; then the musts in the
    order of their cues, and last a must that could not be seen.
    """
    wrong = [j for j in judgements if j.state in (State.LOW, State.HIGH)]
    spoilt = [j for j in wrong if j.measure.name in SPOIL]
    missed = [j for j in wrong if j.severity is Severity.ERROR]
    unseen = [j for j in judgements if j.severity is Severity.ERROR and j.state is State.ABSENT]
    if first := next(iter((*spoilt, *missed)), None):
        return _words(first)
    if not musts_hold(judgements):
        return next((labelled(j) for j in unseen), "Not all that the use asks for can be seen")
    return None


def lead(guidance: Guidance) -> tuple[str, str]:
    """The sentence above Keep and Again, fault first, and less prominently what is left for taste."""
    if found := fault(guidance.judgements):
        return f"{found}: again?", ""
    title = guidance.preset.title if guidance.preset else "this picture"
    taste = next((cue.text for cue in guidance.cues), "")
    return f"All that {title} asks for holds.", f"For taste: {taste[0].lower()}{taste[1:]}." if taste else ""


def _words(judgement: Judgement) -> str:
    found = remedy(judgement.measure, judgement.state)
    return found.fault if found is not None and found.fault else labelled(judgement)
