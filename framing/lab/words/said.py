"""Every message that the guide can say, with the place where its English stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from framing.lab.words.code import written
from framing.measures import MEASURES
from framing.page import states
from framing.page.cards import load_cards
from framing.photo.signatures import KINDS
from framing.presets import load
from framing.presets.intent import QUESTIONS
from framing.say.cues import all_spoken
from framing.school import catalogue as school
from framing.school.lamp import WORDS
from framing.school.values import Drill
from framing.types import Measure
from framing.types.message import Filled, Message
from framing.verdict.terms import TERMS


class Said(NamedTuple):
    """One message; `one` is its English sentence for a count of 1, where it counts something."""

    text: str
    place: str  # the file, from the repository's root
    note: str = ""  # for translators
    one: str = ""


# Values that cross every limit at which a measure changes its words.
_SIZES = np.concatenate([[0.0], np.geomspace(1e-3, 400.0, 4000), np.arange(1.0, 13.0)])
_VALUES = np.unique(np.concatenate([-_SIZES, _SIZES]))


def everything() -> Iterator[Said]:
    """All messages, in an order that depends on the repository alone; one that is said in two places comes twice."""
    yield from _cards()
    for measure in sorted(MEASURES.values(), key=lambda m: (m.group, m.name)):
        yield from _measure(measure, f"framing/measures/{measure.group}/{measure.name}.py")
    for name, preset in sorted(load().items()):
        yield Said(preset.title, f"assets/presets/{name}.toml", "the title of a use")
    for name, drill in sorted(school.load().items()):
        yield from _drill(drill, f"assets/drills/{name}.toml")
    for remedy in WORDS.values():
        yield from (Said(text, "framing/school/lamp.py", "a cue") for text in dict.fromkeys(all_spoken(remedy)))
    place = "framing/presets/intent.py"
    for question in QUESTIONS:
        yield Said(question.asks, place, "a question about the use")
        yield from (Said(option.label, place, f"an answer: {question.asks}") for option in question.options)
    for state in (*states.STATES.values(), *(words for trouble in states.TROUBLES.values() for words in trouble)):
        yield from (Said(text, "framing/page/states.py") for text, _ in _patterns(state))
    undone = dict.fromkeys(term.undone for term in TERMS if term.undone)
    yield from (Said(text, "framing/verdict/terms.py", "what would change the verdict") for text in undone)
    yield from (Said(kind, "framing/photo/signatures.py", "a kind of file that is not read") for kind in KINDS)
    yield from (Said(found.text, found.place, one=found.one) for found in written())


def _cards() -> Iterator[Said]:
    for name, card in load_cards().items():
        place = f"assets/cards/{name}.toml"
        yield Said(card.title, place, "a lesson: its title")
        yield Said(card.what, place, "a lesson: what it is")
        yield Said(card.do, place, "a lesson: what to do")
        yield from (Said(example.says, place, "a lesson: caption, up to 32 characters") for example in card.examples)


def _drill(drill: Drill, place: str) -> Iterator[Said]:
    yield Said(drill.title, place, "the title of a drill")
    yield Said(drill.goal, place, "what a drill is for")
    for step in drill.steps:
        yield Said(step.goal, place, "what to hand in")
        for asked in step.asked:
            yield Said(str(asked.what), place, "what is asked for, in a word or two")
            yield Said(str(asked.how), place, "what that means")


def _measure(measure: Measure, place: str) -> Iterator[Said]:
    yield Said(measure.label, place, "a row of the checklist")
    yield Said(measure.unit, place, "a unit, after a number")
    if measure.words is not None:
        # Keyed by the pattern, not by the number in it: "66% of the height" is one message, whatever the share.
        found = {one: None for value in _VALUES for one in _patterns(_words(measure, value))}
        yield from (Said(text, place, f"a reading of: {measure.label}", one) for text, one in found)
    for remedy in (measure.when_low, measure.when_high):
        if remedy is not None:
            yield from (Said(text, place, "a cue") for text in dict.fromkeys(all_spoken(remedy)))
            yield from (Said(fault, place, "what a picture suffers from") for fault in [remedy.fault] if fault)


def _words(measure: Measure, value: float) -> Message:
    try:
        return "" if measure.words is None else measure.words(float(value))
    except (IndexError, OverflowError):  # of a count: a value that the measure never has
        return ""


def _patterns(message: Message) -> Iterator[tuple[str, str]]:
    """The message and those that fill its blanks, as (text, text for one)."""
    if isinstance(message, str):
        if message:
            yield message, ""
        return
    yield message.text, message.one
    for _, value in message.values:
        if isinstance(value, str | Filled):
            yield from _patterns(value)
