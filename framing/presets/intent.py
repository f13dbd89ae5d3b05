"""From four answers to a use: "always clarify the intent by asking questions".

The use settles it: where the picture will be seen decides first, then how many are in it. Mood and place decide only
where the use leaves them open, and the reason says so where an answer had to be left out. Several people together
always get a group, except for a document, which takes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.types import Message


@dataclass(frozen=True, slots=True)
class Option:
    """One answer, and how it is put on the page."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the answers it takes; any may be skipped."""

    key: str
    asks: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """One answer to each question; None where it was skipped."""

    where: str | None = None
    people: str | None = None
    mood: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """The use that the answers lead to, by its preset's name, and why, in a sentence or two."""

    preset: str
    because: tuple[Message, ...]


def _question(key: str, asks: str, **options: str) -> Question:
    return Question(key, asks, tuple(Option(name, label) for name, label in options.items()))


QUESTIONS = (
    _question(
        "where", "Where will it be seen?", profile="LinkedIn or a profile", website="A website or programme",
        badge="A badge", casting="A casting", passport_us="A US passport", schengen="An ID or Schengen visa",
        yearbook="A yearbook", page="A book, article or wall",
    ),
    _question("people", "How many people?", one="One", each="Several, in turn", several="Two or more together"),
    _question("mood", "What mood?", plain="Calm and businesslike", warm="Warm, at ease", dramatic="Dramatic, artistic"),
    _question(
        "place", "Does the place matter?", no="No, the face does", figure="No, the clothes do", some="A little",
        yes="Yes, it tells the story",
    ),
)  # fmt: skip

# Where the use alone settles it: the preset, and why. All of them take one person.
_SETTLED: Mapping[str, tuple[str, Message]] = {
    "profile": ("linkedin", "A profile wants a headshot: it is shown small and round."),
    "website": ("speaker", "A website or programme wants a headshot: it shows one face in a square."),
    "badge": ("badge", "A badge wants a headshot: it is small, so the face must be large."),
    "casting": ("actor_8x10", "A casting wants a headshot: it wants the face as it is, at 8 x 10."),
    "passport_us": ("passport_us", "A US passport wants a headshot: it has rules of its own."),
    "schengen": ("schengen", "An ID or a visa wants a headshot: it has rules of its own."),
    "yearbook": ("yearbook", "A yearbook wants a headshot: it shows every head alike."),
}
_IN_TURN: Mapping[str, Message] = {
    "profile": "A profile takes one person, so for that sit in turn.",
    "badge": "A badge takes one person, so for that sit in turn.",
    "casting": "A casting takes one person, so for that sit in turn.",
    "yearbook": "A yearbook takes one person, so for that sit in turn.",
}
_DOCUMENTS = ("passport_us", "schengen")
_PLACES = {"yes": "place", "some": "place", "figure": "clothes"}
# What was answered and cannot count, by whether that is the drama, and which of place and clothes.
_LEFT_OUT: Mapping[tuple[bool, str], Message] = {
    (True, ""): "The drama cannot count here.",
    (False, "place"): "The place cannot count here.",
    (False, "clothes"): "The clothes cannot count here.",
    (True, "place"): "The drama and the place cannot count here.",
    (True, "clothes"): "The drama and the clothes cannot count here.",
}
_MAY_COME_IN: Mapping[str, Message] = {
    "place": "The crop stays open, so the place may come in.",
    "clothes": "The crop stays open, so the clothes may come in.",
}


def intent(answers: Answers) -> Intent:
    """The use and the reason for any combination of answers; one that is not in the questions counts as skipped."""
    known = {q.key: {option.key for option in q.options} for q in QUESTIONS}
    given = {key: getattr(answers, key) for key in known}
    answers = Answers(**{key: value if value in known[key] else None for key, value in given.items()})
    if answers.people == "several" and answers.where not in _DOCUMENTS:
        return _group(answers)
    return _open(answers) if answers.where in (None, "page") else _settled(answers)


def _group(answers: Answers) -> Intent:
    why: Message = "Two or more together make a group, every head in it."
    if answers.where in (None, "page", "website"):
        return Intent("group", (why,))
    return Intent("group", (why, _IN_TURN[answers.where]))


def _settled(answers: Answers) -> Intent:
    """A use with rules or a narrow frame of its own: what else was answered is left out, and said to be."""
    preset, why = _SETTLED[answers.where or ""]
    place = _PLACES.get(answers.place or "", "")
    if (answers.where, answers.people) == ("website", "each"):
        preset, why = "team", "A website wants a headshot: several in turn make a team page, every head alike."
    elif (answers.where, answers.place) == ("casting", "some"):
        preset, place = "actor_10x8", ""
        why = "A casting wants a headshot: it takes 10 x 8 too, with a little of the place beside the face."
    alone: Message = "A document takes one person, so sit in turn." if answers.people == "several" else ""
    left_out = _LEFT_OUT.get((answers.mood == "dramatic", place), "")
    return Intent(preset, tuple(sentence for sentence in (why, alone, left_out) if sentence))


def _open(answers: Answers) -> Intent:
    """One to a picture, and a use that leaves mood and place open."""
    if answers.mood == "dramatic":
        may = _MAY_COME_IN.get(_PLACES.get(answers.place or "", ""))
        leaves: Message = "A dramatic mood leaves light and turn to you."
        return Intent("dramatic", (leaves, may) if may else (leaves,))
    preset, why = _one_of_the_open(answers)
    return Intent(preset, (why,))


def _one_of_the_open(answers: Answers) -> tuple[str, Message]:
    if answers.place == "yes":
        return "environmental", "The place tells the story, so it gets more than half of the picture."
    if answers.place == "figure":
        return "full_length", "The clothes matter, so the picture goes from head to foot."
    if answers.place == "some":
        return "half_length", "A little of the place comes in when the picture goes to the waist."
    if answers.mood == "warm":
        return "portrait", "A warm mood is a portrait's, and the rest is yours to choose."
    if answers.where == "page":
        return "author", "A book, an article or a wall gives one face a page to itself."
    if answers.mood is None and answers.place is None:
        return "headshot", "Nothing is settled yet, and a headshot serves most uses."
    return "headshot", "The face is what matters." if answers.place else "A calm mood is a headshot's."
