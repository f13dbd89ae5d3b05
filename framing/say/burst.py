"""What is said of the pictures of a burst, each beside the others, and of all of them in a headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from framing.say.cues import in_words
from framing.say.faults import named
from framing.say.headline import headline
from framing.say.language import Language, listed, translate
from framing.say.readings import because
from framing.types import Absent, Fault, Message, Standing, Viewer, Wrong, counted, filled

_ORDER = tuple(Fault)
_COMPARED: dict[Fault, Message] = {
    Fault.NOBODY: "Nobody in view",
    Fault.EYES: "Eyes closing",
    Fault.SHARP: "Much softer than the sharpest one, or moved",
}
_TITLES: dict[Fault, Message] = {
    Fault.NOBODY: "Nobody in view",
    Fault.PEOPLE: "People",
    Fault.EYES: "Blink",
    Fault.SHARP: "Soft or moved",
    Fault.EXPRESSION: "Expression",
    Fault.POSE: "Pose",
    Fault.FRAMING: "Framing",
    Fault.LIGHT: "Light",
    Fault.BACKGROUND: "Background",
}
_FEWER: dict[int, Message] = {
    2: "Picture {number:d} is the best of the other two.",
    3: "Picture {number:d} is the best of the other three.",
    4: "Picture {number:d} is the best of the other four.",
    5: "Picture {number:d} is the best of the other five.",
}


@dataclass(frozen=True, slots=True)
class ToldPicture:
    """What is said of one picture."""

    name: str
    rank: Literal["good", "fault", "unsure"]
    title: str
    because: str
    symbol: Literal["ok", "must", "unsure"]
    ready: bool
    reads: str
    sure: str
    faults: tuple[str, ...]
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldBurst:
    """What is said of all of them: what is wrong with most, and which one is the best."""

    headline: str
    detail: str


def tell(standing: Standing, viewer: Viewer, language: Language) -> ToldPicture:
    """What is said of one picture, to that viewer."""
    guidance, faults = standing.guidance, tuple(_fault(wrong, language) for wrong in standing.faults)
    reads = headline(guidance, language)
    return ToldPicture(
        name=standing.name,
        rank="good" if standing.good else "unsure" if standing.unsure else "fault",
        title=translate(language, _title(standing)),
        because=_capital(_because(standing, faults, language)),
        symbol="ok" if standing.good else "unsure" if standing.unsure else "must",
        ready=guidance.ready and standing.good,
        reads=reads.name,
        sure=reads.sure,
        faults=faults,
        cues=tuple(in_words(cue, viewer, language) for cue in guidance.cues),
    )


def tell_burst(standings: Sequence[Standing], language: Language) -> ToldBurst:
    """The headline and the sentences below it; `standings` begin with the best."""
    said = " ".join(translate(language, sentence) for sentence in _detail(standings))
    return ToldBurst(translate(language, _headline(standings)), said)


def _title(one: Standing) -> Message:
    if one.faults:
        return _TITLES[one.faults[0].fault]
    if one.doubts:
        return "Can't tell"
    return "Sharpest" if one.sharpest else "Good"


def _because(one: Standing, faults: Sequence[str], language: Language) -> str:
    if len(faults) > 1:
        return listed(language, faults)
    if faults:
        spoilt = one.faults[0].fault in (Fault.EYES, Fault.SHARP) and not one.doubts
        return translate(language, filled("{fault}, the rest is good", fault=faults[0])) if spoilt else faults[0]
    if one.doubts:
        return translate(language, filled("{why}: look for yourself", why=one.doubts[0]))
    return listed(language, _seen(one, language))


def _seen(one: Standing, language: Language) -> Iterator[str]:
    """What tells one good picture from another: how sharp it is, the smile, where the eyes look."""
    if one.a_touch_softer:
        yield translate(language, "a touch softer than the sharpest one")
    for judgement in one.guidance.judgements:
        if judgement.measure.name in ("smile", "eye_contact") and not isinstance(judgement.value, Absent):
            yield translate(language, because(judgement, language))


def _fault(wrong: Wrong, language: Language) -> str:
    if wrong.judgement is None:
        return translate(language, _COMPARED[wrong.fault])
    return named(wrong.judgement, language)


def _headline(standings: Sequence[Standing]) -> Message:
    """The fault that most of them have, of two as frequent the graver one."""
    everything = len(standings)
    first = Counter(one.faults[0].fault for one in standings if one.faults)
    if first:
        fault = min(first, key=lambda one: (-first[one], _ORDER.index(one)))
        return _TITLES[fault] if everything == 1 else _in_some(fault, first[fault], everything)
    unsure = sum(one.unsure for one in standings)
    if unsure:
        if everything == 1:
            return "It cannot be told whether it is good"
        return filled("{unsure:d} of {all:d} could not be judged", unsure=unsure, all=everything)
    return counted("The picture is good", "All {all:d} pictures are good", all=everything)


def _in_some(fault: Fault, some: int, everything: int) -> Message:
    words: dict[Fault, Message] = {
        Fault.NOBODY: "Nobody in view in {some:d} of {all:d}",
        Fault.PEOPLE: "Too many or too few people in {some:d} of {all:d}",
        Fault.EYES: "Eyes closed in {some:d} of {all:d}",
        Fault.SHARP: "Soft or moved: {some:d} of {all:d}",
        Fault.EXPRESSION: "Expression not as wanted in {some:d} of {all:d}",
        Fault.POSE: "Pose not as wanted in {some:d} of {all:d}",
        Fault.FRAMING: "Framing not as wanted in {some:d} of {all:d}",
        Fault.LIGHT: "Light not as wanted in {some:d} of {all:d}",
        Fault.BACKGROUND: "Background not as wanted in {some:d} of {all:d}",
    }
    return filled(str(words[fault]), some=some, all=everything)


def _detail(standings: Sequence[Standing]) -> Iterator[Message]:
    if len(standings) == 1:
        return
    first = Counter(one.faults[0].fault for one in standings if one.faults)
    if others := first.total() - max(first.values(), default=0):
        yield counted("One more has another fault.", "{others:d} more have another fault.", others=others)
    unsure = sum(one.unsure for one in standings)
    if unsure and first:
        yield counted("One more could not be judged.", "{unsure:d} more could not be judged.", unsure=unsure)
    yield _best(standings, good=sum(one.good for one in standings), unsure=unsure)


def _best(standings: Sequence[Standing], *, good: int, unsure: int) -> Message:
    number = standings[0].place
    if not good:
        if unsure:
            return filled("Picture {number:d} may be good: look for yourself.", number=number)
        none = "None is without a fault, picture {number:d} has the least. Better take them again."
        return filled(none, number=number)
    if good == len(standings):
        return filled("Picture {number:d} is the best.", number=number)
    if good == 1:
        return filled("Picture {number:d} is the only good one.", number=number)
    many = "Picture {number:d} is the best of the other {good:d}."
    return filled(str(_FEWER.get(good, many)), number=number, good=good)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
