"""The headline: what the picture reads as and what the use wants, or that nobody, or too many, are in view."""

from __future__ import annotations

from framing.say.language import Language, number, translate
from framing.say.told import Headline, State
from framing.types import Absent, Guidance, Judgement, Message, Preset, Verdict, counted, filled
from framing.types import State as Stands

_NAMES: dict[State, Message] = {
    "nobody": "Nobody in view",
    "neither": "Neither",
    "headshot": "Headshot",
    "portrait": "Portrait",
}


def headline(guidance: Guidance, language: Language) -> Headline:
    """What stands first wherever the guide speaks, from the same readings at the same moment."""
    verdict, preset, state = guidance.verdict, guidance.preset, _state(guidance)
    agrees = guidance.ready or preset is None or preset.reads_as in ("either", verdict.reads_as)
    read = state in ("headshot", "portrait")
    return Headline(
        state=state,
        name=translate(language, _name(state, guidance)),
        beside=translate(language, _beside(state, guidance, agrees=agrees)),
        sure=sure(verdict, language) if read else "",
        at=_place(verdict) if read else None,
        wants=translate(language, wants(state, preset, ready=guidance.ready)),
        weights=translate(language, by(verdict)) if read else "",
        agrees=agrees,
    )


def by(verdict: Verdict) -> Message:
    """Whose weights the verdict was reached by; empty for the guide's own, which go without saying."""
    return filled("Read by the studio's own weights, {name}", name=verdict.weights) if verdict.weights else ""


def sure(verdict: Verdict, language: Language) -> str:
    """How surely it reads as it does, the one number for it wherever it is shown: "50%" to "99%"; "" for neither.

    Nobody is ever quite sure; and a verdict that is held on the boundary, where it would else flicker, is even.
    """
    if verdict.probability is None:
        return ""
    share = 1.0 - verdict.probability if verdict.reads_as == "portrait" else verdict.probability
    return number(language, min(max(share, 0.5), 0.99), ".0%")


def _nobody(guidance: Guidance) -> bool:
    """Whether nobody is in view: at once, while a verdict's name is still held."""
    people = _people(guidance)
    return guidance.verdict.shot_size == "none" or (people is not None and _counts(people) < 1)


def _state(guidance: Guidance) -> State:
    if _nobody(guidance):
        return "nobody"
    people = _people(guidance)
    if people is not None and people.missed and people.state is Stands.HIGH:
        return "crowd"
    return guidance.verdict.reads_as


def _people(guidance: Guidance) -> Judgement | None:
    return next((j for j in guidance.judgements if j.measure.name == "subjects"), None)


def _counts(people: Judgement) -> int:
    return 1 if isinstance(people.value, Absent) else round(people.value)


def _name(state: State, guidance: Guidance) -> Message:
    if state == "crowd" and (people := _people(guidance)) is not None:
        return counted("One person in view", "{people:d} people in view", people=_counts(people))
    return _NAMES[state]


def _beside(state: State, guidance: Guidance, *, agrees: bool) -> Message:
    preset = guidance.preset
    if state == "neither":
        return "a headshot nor a portrait"
    if state in ("nobody", "crowd") or preset is None or preset.reads_as in ("either", guidance.verdict.reads_as):
        return ""
    if agrees:
        return "the use decides"
    return "wanted: a headshot" if preset.reads_as == "headshot" else "wanted: a portrait"


def _place(verdict: Verdict) -> float | None:
    """Where the needle stands, on the side of what it reads as even while a verdict on the boundary is held."""
    if verdict.probability is None:
        return None
    place = 100.0 * verdict.probability
    return round(max(place, 50.0) if verdict.reads_as == "headshot" else min(place, 50.0), 1)


def wants(state: State, preset: Preset | None, *, ready: bool = False) -> Message:
    """One sentence that sets what the use wants beside what the picture reads as, and says which of them wins."""
    if preset is None:
        return "No use is chosen: the picture is taken for what it is."
    if preset.reads_as == "either":
        return filled("{use} takes either.", use=preset.title)
    wanted = _wanted(preset)
    if state == preset.reads_as:
        return filled("{wanted}, and so it reads.", wanted=wanted)
    if state not in ("headshot", "portrait"):
        return filled("{wanted}.", wanted=wanted)
    if ready:  # what a picture is for settles what it must be; what it reads as by itself is still said
        decides = (
            "It reads as a headshot, but the use decides: all that {use} asks for holds."
            if state == "headshot"
            else "It reads as a portrait, but the use decides: all that {use} asks for holds."
        )
        return filled(decides, use=preset.title)
    reads = "It reads as a headshot. {wanted}." if state == "headshot" else "It reads as a portrait. {wanted}."
    return filled(reads, wanted=wanted)


def _wanted(preset: Preset) -> Message:
    headshot = preset.reads_as == "headshot"
    if preset.title.lower() == preset.reads_as:  # "Headshot wants a headshot" would be an odd thing to read
        return "A headshot is wanted" if headshot else "A portrait is wanted"
    return filled("{use} wants a headshot" if headshot else "{use} wants a portrait", use=preset.title)
