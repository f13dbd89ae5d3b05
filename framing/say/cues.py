"""A cue in words: whole English sentences, which are looked up whole, so that no language is glued from pieces."""

from __future__ import annotations

from collections.abc import Iterator

from framing.say.language import Language, listed, translate
from framing.say.readings import band, labelled
from framing.say.told import ToldCue, Wording
from framing.types import Absent, Cue, Direction, Guidance, HowFar, Measure, Message, Remedy, Severity, Viewer, filled

_A_LITTLE = {HowFar.LITTLE: " a little", HowFar.SOME: "", HowFar.FAR: " quite a bit"}
_SITTERS = {d for d in Direction if d not in (Direction.UP, Direction.DOWN, Direction.NONE)}  # what the sitter does


def told_cue(
    guidance: Guidance, viewer: Viewer, language: Language, wording: Wording = "plain", *, nobody: bool
) -> ToldCue | None:
    """The one thing to do; once all holds it says Ready, and `hint` is the one matter of taste that is left.

    While all is well, but not yet for long enough, it asks to hold still. A photograph holds still by itself, and
    without a use nothing is waited for. A beginner is told why, too; an expert what was read, beside the arrow.
    """
    first = next(iter(guidance.cues), None)
    if guidance.ready:
        hint = "" if first is None else in_words(first, viewer, language)
        ready = translate(language, "Ready")
        return ToldCue(ready, ready, "ok", hint=hint)
    if first is not None:
        read = labelled(first.judgement, language)
        return ToldCue(
            text=read if wording == "expert" else in_words(first, viewer, language),
            spoken=translate(language, message(first, viewer, aloud=True)),
            kind="style" if first.severity is Severity.STYLE else "must",
            id=first.id,
            measure=first.measure,
            direction=first.direction,
            arrow=viewer.on_screen(first.direction),
            hint=why(first, language) if wording == "beginner" else "",
        )
    if guidance.preset is None or viewer is Viewer.STILL or nobody:
        return None
    still = translate(language, "Hold still")
    return ToldCue(still, still, "hold")


def why(cue: Cue, language: Language) -> str:
    """What was read and what is wanted, which is why the cue is there: "Headroom: 2%, wanted 5–12%"."""
    judgement = cue.judgement
    read = labelled(judgement, language)
    if isinstance(judgement.value, Absent) or judgement.band is None:
        return read
    return listed(language, (read, band(judgement, language)))


def in_words(cue: Cue, viewer: Viewer, language: Language) -> str:
    """What is asked for, said to this viewer in that language."""
    return translate(language, message(cue, viewer))


def message(cue: Cue, viewer: Viewer, *, aloud: bool = False) -> Message:
    """The same as a message: a sitter is told, anybody else is asked to tell them; `aloud` is shorter, for the ear."""
    measure = cue.judgement.measure
    match cue.asks:
        case "unread":
            return unread(measure)
        case "unmet":
            return unmet(measure)
        case _:
            short = cue.remedy._replace(text=cue.remedy.aloud) if aloud and cue.remedy.aloud else cue.remedy
            return spoken(short, cue.far, sitter=viewer.sitter)


def unread(measure: Measure) -> Message:
    """What is said where a document needs a reading and nobody can take it."""
    return filled("{label} cannot be read, and a document needs it", label=measure.label)


def unmet(measure: Measure) -> Message:
    """What is said of a must that is missed and has no remedy."""
    return filled("{label} is not as this use wants it", label=measure.label)


def spoken(remedy: Remedy, far: HowFar, *, sitter: bool) -> str:
    """The remedy as a whole English sentence."""
    your, you = ("your", "you") if sitter else ("their", "them")
    text = remedy.text.format(your=your, you=you, a_little=_A_LITTLE[far])
    return text if sitter or remedy.direction not in _SITTERS else f"Ask them to {text[0].lower()}{text[1:]}"


def all_spoken(remedy: Remedy) -> Iterator[str]:
    """Every sentence that the remedy can become, for the catalogues."""
    said = [remedy._replace(text=text) for text in (remedy.text, remedy.aloud, remedy.twice) if text]
    for one in said:
        for far in HowFar if one.by_degrees else (HowFar.SOME,):
            yield from (spoken(one, far, sitter=sitter) for sitter in (True, False))
    if remedy.straight:
        yield from all_spoken(remedy.straight)
