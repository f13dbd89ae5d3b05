"""From four answers to a use: "always clarify the intent by asking questions".

The use settles it: where the picture will be seen decides first, then how many are in it. Mood and place decide only
where the use leaves them open, and the reason says so where an answer had to be left out. Several people together
always get a group, except for a document, which takes one.
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

# Where the use alone settles it: the preset, what it is called in a sentence, and why. All of them take one person.
_SETTLED = {
    "profile": ("linkedin", "a profile", "it is shown small and round"),
    "website": ("speaker", "a website or programme", "it shows one face in a square"),
    "badge": ("badge", "a badge", "it is small, so the face must be large"),
    "casting": ("actor_8x10", "a casting", "it wants the face as it is, at 8 x 10"),
    "passport_us": ("passport_us", "a US passport", "it has rules of its own"),
    "schengen": ("schengen", "an ID or a visa", "it has rules of its own"),
    "yearbook": ("yearbook", "a yearbook", "it shows every head alike"),
}
_DOCUMENTS = ("passport_us", "schengen")
_DRAMA = {"dramatic": "the drama"}
_PLACES = {"yes": "the place", "some": "the place", "figure": "the clothes"}


def intent(answers: Answers) -> Intent:
    """The use and the reason for any combination of answers; one that is not in the questions counts as skipped."""
    known = {q.key: {option.key for option in q.options} for q in QUESTIONS}
    given = {key: getattr(answers, key) for key in known}
    answers = Answers(**{key: value if value in known[key] else None for key, value in given.items()})
    if answers.people == "several" and answers.where not in _DOCUMENTS:
        return _group(answers)
    return _open(answers) if answers.where in (None, "page") else _settled(answers)


def _group(answers: Answers) -> Intent:
    why = "two or more together make a group, every head in it"
    if answers.where in (None, "page", "website"):
        return Intent("group", _sentence(why))
    name = _SETTLED[answers.where][1]
    return Intent("group", _sentence(why, f"{name} takes one person, so for that sit in turn"))


def _settled(answers: Answers) -> Intent:
    """A use with rules or a narrow frame of its own: what else was answered is left out, and said to be."""
    preset, name, why = _SETTLED[answers.where or ""]
    place = answers.place
    if (answers.where, answers.people) == ("website", "each"):
        preset, why = "team", "several in turn make a team page, every head alike"
    elif (answers.where, place) == ("casting", "some"):
        preset, why, place = "actor_10x8", "it takes 10 x 8 too, with a little of the place beside the face", None
    left_out = [word for word in (_DRAMA.get(answers.mood or ""), _PLACES.get(place or "")) if word]
    reads = f"{name} wants a headshot: {why}"
    alone = "a document takes one person, so sit in turn" if answers.people == "several" else ""
    return Intent(preset, _sentence(reads, alone, f"{' and '.join(left_out)} cannot count here" if left_out else ""))


def _open(answers: Answers) -> Intent:
    """One to a picture, and a use that leaves mood and place open."""
    if answers.mood == "dramatic":
        stays = _PLACES.get(answers.place or "")
        may = f"the crop stays open, so {stays} may come in" if stays else ""
        return Intent("dramatic", _sentence("a dramatic mood leaves light and turn to you", may))
    if answers.place == "yes":
        return Intent("environmental", _sentence("the place tells the story, so it gets more than half of the picture"))
    if answers.place == "figure":
        return Intent("full_length", _sentence("the clothes matter, so the picture goes from head to foot"))
    if answers.place == "some":
        return Intent("half_length", _sentence("a little of the place comes in when the picture goes to the waist"))
    if answers.mood == "warm":
        return Intent("portrait", _sentence("a warm mood is a portrait's, and the rest is yours to choose"))
    if answers.where == "page":
        return Intent("author", _sentence("a book, an article or a wall gives one face a page to itself"))
    if answers.mood is None and answers.place is None:
        return Intent("headshot", _sentence("nothing is settled yet, and a headshot serves most uses"))
    return Intent("headshot", _sentence("the face is what matters" if answers.place else "a calm mood is a headshot's"))


def _sentence(*parts: str) -> str:
    words = "; ".join(part for part in parts if part)
    return f"{words[0].upper()}{words[1:]}."
