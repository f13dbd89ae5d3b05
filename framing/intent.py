"""From four answers to a use: "always clarify the intent by asking questions".

The use settles it: where the picture will be seen decides first, then how many are in it. Mood and place decide only
where the use leaves them open, and the reason says so where an answer had to be left out.
"""

from __future__ import annotations

from dataclasses import dataclass


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
    """The use that the answers lead to, by its preset's name, and why, in a sentence."""

    preset: str
    because: str


def _question(key: str, asks: str, **options: str) -> Question:
    return Question(key, asks, tuple(Option(name, label) for name, label in options.items()))


QUESTIONS = (
    _question(
        "where", "Where will it be seen?", profile="LinkedIn or a profile", website="A website or programme",
        badge="A badge", team="Our team page", casting="A casting", passport_us="A US passport",
        schengen="An ID or Schengen visa", yearbook="A yearbook", book="A book or an article",
        wall="A wall, or for art",
    ),
    _question("people", "How many people?", one="One", several="Two or more"),
    _question("mood", "What mood?", plain="Calm and businesslike", warm="Warm, at ease", dramatic="Dramatic, artistic"),
    _question("place", "Does the place matter?", no="No, the face does", some="A little", yes="It tells the story"),
)  # fmt: skip

# Where it will be seen, when that alone settles it: the preset, and what it is called in a sentence.
_SETTLED = {
    "profile": ("linkedin", "a profile picture is shown small and round"),
    "website": ("speaker", "a programme shows one face in a square"),
    "badge": ("badge", "a badge is small, so the face must be large and plain"),
    "team": ("team", "a team page shows every head alike"),
    "passport_us": ("passport_us", "a US passport has rules of its own"),
    "schengen": ("schengen", "a visa or identity photograph has rules of its own"),
    "yearbook": ("yearbook", "a yearbook shows every head alike"),
}


def intent(answers: Answers) -> Intent:
    """The use and the reason for any combination of answers, skipped ones included."""
    several = answers.people == "several"
    if answers.where in _SETTLED:
        preset, why = _SETTLED[answers.where]
        return Intent(preset, _sentence(why, _left_out(answers, several)))
    if answers.where == "casting":
        upright = answers.place != "some"
        why = "casting wants the face as it is, chest up, at 8 x 10"
        why += "" if upright else "; on its side a little of the place stays in"
        return Intent("actor_8x10" if upright else "actor_10x8", _sentence(why, _left_out(answers, several)))
    if several:
        return Intent("group", _sentence("two people or more make a group portrait, every head in it"))
    return _portrait(answers)


def _portrait(answers: Answers) -> Intent:
    """One person, and a use that leaves mood and place open."""
    if answers.mood == "dramatic":
        left = ["the place steps back behind the mood"] if answers.place == "yes" else []
        return Intent("dramatic", _sentence("a dramatic mood leaves light, turn and darkness to you", left))
    if answers.place == "yes":
        return Intent("environmental", _sentence("the place tells the story, so it gets more than half of the picture"))
    if answers.where == "book":
        return Intent("author", _sentence("a jacket or an article gives one face a page to itself"))
    if answers.where == "wall":
        if answers.place == "no":
            return Intent("portrait", _sentence("on a wall everything but the face is yours to choose"))
        if answers.mood == "plain":
            return Intent("full_length", _sentence("a calm picture for a wall carries a whole figure"))
        return Intent("half_length", _sentence("on a wall there is room for the hands and a little of the place"))
    if answers.place == "some":
        return Intent("half_length", _sentence("a little of the place comes in when the picture goes to the waist"))
    if answers.mood == "warm":
        return Intent("portrait", _sentence("a warm mood is a portrait's, and the rest is yours to choose"))
    asked = answers.mood or answers.place
    why = (
        "the face is what matters, and plainly" if asked else "nothing is settled yet, and a headshot serves most uses"
    )
    return Intent("headshot", _sentence(why))


def _left_out(answers: Answers, several: bool) -> list[str]:
    """What was answered and cannot count for a use with rules or a narrow frame of its own."""
    left = ["it takes one person, so each of you sits for one"] if several else []
    if answers.mood == "dramatic":
        left.append("drama is left out")
    if answers.place == "yes":
        left.append("the place is left out")
    return left


def _sentence(why: str, left_out: list[str] | None = None) -> str:
    words = "; ".join([why, *(left_out or [])])
    return f"{words[0].upper()}{words[1:]}."
