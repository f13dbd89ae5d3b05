"""Anybody doing anything in a room, in any order: what the property tests play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from framing.room import asked, door, drilling, rules
from framing.room.asked import Event, Join, Role
from framing.room.door import Coming
from framing.room.letters import Step
from framing.room.rules import refusal
from framing.room.values import Person, Pin, Room

CLOSES = 1_000.0
PICTURES = ("a" * 32, "b" * 32)
PEOPLE = tuple(f"p{n}" for n in range(9))


def join(**said: Any) -> Join:
    """What somebody says who comes."""
    told: dict[str, Any] = {
        "token": "", "me": None, "name": "Somebody", "language": "en", "device": "computer", "session": None,
        "see": None, "pictures": None, "camera": None, **said,
    }  # fmt: skip
    return Join(**told)


@dataclass(frozen=True)
class Comes:
    """Somebody opens a connection."""

    person: str
    role: Role
    known: bool
    said: Join


@dataclass(frozen=True)
class Says:
    """Somebody says something on the connection that they opened last."""

    person: str
    event: Event


@dataclass(frozen=True)
class Goes:
    """Somebody's connection is lost."""

    person: str


@dataclass(frozen=True)
class Runs:
    """The server of the run tells how it stands: a server's name, pictures handed in, or a scorecard."""

    what: str
    step: int


@dataclass(frozen=True)
class Waits:
    """Time passes."""

    seconds: float


Act = Comes | Says | Goes | Waits | Runs
ROLE: dict[str, Role] = {"p0": "coach", "p1": "sitter", "p7": "coach", "p8": "sitter"}  # all others watch
_ZOOM = asked.Ability(name="zoom", min=1.0, max=4.0, step=0.1, value=1.0)


def acts_of(seed: int, length: int) -> list[Act]:
    """So many acts of these people, the same for the same seed: fewer of them are a beginning of more."""
    chance = Random(seed)
    opening: list[Act] = [
        Comes("p0", "coach", known=False, said=join()), Comes("p1", "sitter", known=False, said=join()),
        Says("p0", asked.Admit(who="p1")), Says("p1", asked.Consent(see=True, pictures=True, camera=True)),
        Comes("p2", "watcher", known=False, said=join()), Says("p0", asked.Admit(who="p2")),
    ]  # fmt: skip
    begun = opening[: chance.choice((0, 3, 4, 6, 6))]
    return [*begun, *(_act(chance) for _ in range(length))][:length]


def _act(chance: Random) -> Act:
    what, anybody = chance.random(), chance.choice(PEOPLE)
    if what < 0.12:
        yes = [chance.choice((None, False, True)) for _ in range(3)]
        said = join(see=yes[0], pictures=yes[1], camera=yes[2])
        return Comes(anybody, ROLE.get(anybody, "watcher"), known=chance.random() < 0.5, said=said)
    if what < 0.17:
        return Goes(anybody)
    if what < 0.2:
        return Waits(chance.uniform(0.0, 60.0))
    if what < 0.3:
        return Runs(chance.choice(("one", "two", "went", "over", "scored")), chance.choice((0, 1, 2)))
    event = chance.choice(_EVENTS)(chance)
    rightly = [one for one in ("p0", "p1") if refusal(Person("", "", ROLE[one], "", "phone", 0.0, True), event) is None]
    return Says(chance.choice((*rightly, *rightly, "p0", "p1", "p2", anybody)), event)


def _some(chance: Random) -> str:
    return chance.choice(("p0", "p1", "p2", *PEOPLE))


def _yes(chance: Random) -> bool:
    return chance.random() < 0.6


def _picture(chance: Random) -> str:
    return chance.choice(PICTURES)


_MANY: tuple[Callable[[Random], Event], ...] = (  # what much else begins with
    lambda c: asked.Admit(who=_some(c)),
    lambda c: asked.Consent(see=_yes(c), pictures=_yes(c), camera=_yes(c)),
    lambda c: asked.SignalTo(to=_some(c), data="x"),
    lambda c: asked.PictureTaken(id=_picture(c), burst="b", number=1, width=4, height=3, bytes=9, preview=""),
    lambda c: asked.Originals(ids=(_picture(c),)),
    lambda c: asked.Practise(drill=c.choice((None, "headroom", "headroom", "half_length"))),
    lambda c: asked.Drill(what=c.choice(("begin", "begin", "pause", "resume", "again"))),
)
_EVENTS: tuple[Callable[[Random], Event], ...] = (
    *_MANY, *_MANY,
    lambda _: asked.Here(),
    lambda c: asked.Microphone(on=_yes(c)),
    lambda _: asked.Guided(session=None),
    lambda c: asked.Abilities(list=(_ZOOM,), facing="user", facings=c.choice((1, 2))),
    lambda c: asked.Doing(countdown=None, taking=_yes(c), asleep=_yes(c), playing=_yes(c)),
    lambda c: asked.Hold(id=_picture(c), held=_yes(c)),
    lambda c: asked.Sent(id=_picture(c), state=c.choice(("waits", "sending", "here")), share=0.5),
    lambda c: c.choice((asked.Refuse, asked.Remove, asked.Admit))(who=_some(c)),
    lambda c: c.choice((asked.Lock, asked.Pause))(on=_yes(c)),
    lambda c: asked.Rename(name=c.choice(("Portraits", "Mira"))),
    lambda c: asked.Use(preset=c.choice(("headshot", "linkedin")), locked=_yes(c)),
    lambda c: asked.Pin(cue=c.choice((None, "headroom.low")), words=c.choice((None, "Chin up"))),
    lambda c: c.choice((asked.Unpin, asked.Stop, asked.Wipe))(),
    lambda c: asked.HandIn(number=c.randint(1, 3), step=c.choice((0, 0, 1))),
    lambda c: asked.Reveal(on=_yes(c)),
    lambda c: asked.Match(picture=c.choice((None, "c" * 32, _picture(c)))),
    lambda c: asked.Take(after=c.choice((0, 3))),
    lambda c: asked.Star(id=_picture(c), on=_yes(c)),
    lambda c: asked.Operate(name="zoom", value=c.uniform(0.5, 4.5)),
    lambda c: asked.Facing(to=c.choice(("user", "environment"))),
    lambda c: asked.Point(place=c.choice((None, (0.5, 0.5)))),
    lambda c: asked.Stroke(id="s", points=((c.random(), 0.5),), more=_yes(c)),
    lambda c: asked.Leave() if c.random() < 0.3 else asked.Close() if c.random() < 0.05 else asked.Here(),
)  # fmt: skip
PLAYS: st.SearchStrategy[list[Act]] = st.builds(acts_of, st.integers(0, 2**40), st.integers(30, 120))
"""Acts that follow each other, from a room that may already be open."""


def _ran(room: Room, act: Runs) -> Step | None:
    number = 0 if room.practice is None else room.practice.number
    match act.what:
        case "went" | "over":
            return drilling.went(room, number, act.step, over=act.what == "over")
        case "scored":
            return drilling.scored(room, number, "attempt")
        case host:
            return drilling.hosted(room, host, held=act.step > 0)


class Play:
    """A room in which acts follow each other: badges count only for those who were let in before."""

    def __init__(self) -> None:
        self.room, self.now = Room("room", CLOSES), 0.0
        self.lines: dict[str, str] = {}  # who has which connection
        self.ids: dict[str, str] = {}  # and which id: who comes without a badge gets a new one
        self.let_in: set[str] = set()
        self.count = 0

    def do(self, act: Act) -> Step:
        """What comes of it."""
        match act:
            case Comes(person=person):
                step = self._comes(act)
            case Says(person=person, event=event):
                pin = Pin("Ada", "headroom.low", "Tilt the camera up")
                step = rules.step(self.room, self.lines.get(person, ""), self._named(event), self.now, pin)
            case Goes(person=person):
                step = door.lost(self.room, self.lines.pop(person, ""), self.now)
            case Runs():
                step = _ran(self.room, act) or Step(self.room)
            case Waits(seconds=seconds):
                self.now += seconds
                step = door.passed(self.room, self.now)
        self.room = step.room
        self.let_in |= {one.id for one in self.room.people if one.admitted}
        return step

    def _comes(self, act: Comes) -> Step:
        self.count += 1
        known = act.known and self.ids.get(act.person) in self.let_in
        if not known:
            self.ids[act.person] = f"{act.person}-{self.count}"
        self.lines[act.person] = line = f"line-{self.count}"
        return door.join(self.room, Coming(line, self.ids[act.person], act.role, known, act.said), self.now)

    def _named(self, event: Event) -> Event:
        """The event with the ids that people have."""
        for field in ("who", "to"):
            if (name := getattr(event, field, None)) in self.ids:
                return event.model_copy(update={field: self.ids[name]})
        return event
