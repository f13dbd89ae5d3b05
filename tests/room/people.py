"""Anybody doing anything in a room, in any order: what the property tests play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from framing.room import asked, door, rules
from framing.room.asked import Event, Join, Role
from framing.room.door import Coming
from framing.room.letters import Step
from framing.room.values import Pin, Room

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
class Waits:
    """Time passes."""

    seconds: float


Act = Comes | Says | Goes | Waits
_ROLES: tuple[Role, ...] = ("coach", "sitter", "sitter", "watcher", "watcher", "watcher", "watcher", "watcher", "coach")
ROLE: dict[str, Role] = dict(zip(PEOPLE, _ROLES, strict=True))  # each has the token of one role

_person, _picture, _yes = st.sampled_from(PEOPLE), st.sampled_from(PICTURES), st.booleans()
_place = st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
_zoom = asked.Ability(name="zoom", min=1.0, max=4.0, step=0.1, value=1.0)
_facing = st.sampled_from(("user", "environment"))
_anybodys: tuple[st.SearchStrategy[Event], ...] = (
    st.builds(asked.Leave), st.builds(asked.Here), st.builds(asked.SignalTo, to=_person, data=st.just("x")),
    st.builds(asked.Microphone, on=_yes),
)  # fmt: skip
_sitters: tuple[st.SearchStrategy[Event], ...] = (
    st.builds(asked.Guided, session=st.none()),
    st.builds(asked.Consent, see=_yes, pictures=_yes, camera=_yes),
    st.builds(asked.Consent, see=_yes, pictures=_yes, camera=_yes),  # twice: much else begins with it
    st.builds(asked.Abilities, list=st.just((_zoom,)), facing=st.just("user"), facings=st.integers(1, 2)),
    st.builds(asked.Doing, countdown=st.none(), taking=_yes, asleep=_yes),
    st.builds(
        asked.PictureTaken, id=_picture, burst=st.just("b"), number=st.just(1), width=st.just(4), height=st.just(3),
        bytes=st.just(9), preview=st.just(""),
    ),
    st.builds(asked.Hold, id=_picture, held=_yes),
    st.builds(asked.Sent, id=_picture, state=st.sampled_from(("waits", "sending", "here")), share=st.just(0.5)),
)  # fmt: skip
_coachs: tuple[st.SearchStrategy[Event], ...] = (
    st.builds(asked.Admit, who=_person), st.builds(asked.Admit, who=_person), st.builds(asked.Admit, who=_person),
    st.builds(asked.Refuse, who=_person), st.builds(asked.Remove, who=_person), st.builds(asked.Lock, on=_yes),
    st.builds(asked.Use, preset=st.sampled_from(("headshot", "linkedin")), locked=_yes),
    st.builds(asked.Pause, on=_yes),
    st.builds(asked.Pin, cue=st.sampled_from((None, "headroom.low")), words=st.sampled_from((None, "Chin up"))),
    st.builds(asked.Unpin), st.builds(asked.Take, after=st.sampled_from((0, 3))), st.builds(asked.Stop),
    st.builds(asked.Star, id=_picture, on=_yes), st.builds(asked.Originals, ids=st.tuples(_picture)),
    st.builds(asked.Operate, name=st.just("zoom"), value=st.floats(0.0, 5.0)), st.builds(asked.Facing, to=_facing),
    st.builds(asked.Point, place=st.one_of(st.none(), _place)),
    st.builds(asked.Stroke, id=st.just("s"), points=st.tuples(_place), more=_yes), st.builds(asked.Wipe),
)  # fmt: skip
_closes = st.builds(asked.Close)
EVENTS: st.SearchStrategy[Event] = st.one_of(*_anybodys, *_sitters, *_coachs, _closes)
_comes = st.builds(
    lambda person, known, see, pictures, camera: Comes(
        person, ROLE[person], known, join(see=see, pictures=pictures, camera=camera)
    ),
    _person, _yes, *[st.sampled_from((None, False, True))] * 3,
)  # fmt: skip
_insider = st.sampled_from(("p0", "p1", "p3"))
_OPENING: tuple[Act, ...] = (
    Comes("p0", "coach", known=False, said=join()), Comes("p1", "sitter", known=False, said=join()),
    Says("p0", asked.Admit(who="p1")), Says("p1", asked.Consent(see=True, pictures=True, camera=True)),
    Comes("p3", "watcher", known=False, said=join()), Says("p0", asked.Admit(who="p3")),
    Says("p1", asked.Abilities(list=(_zoom,), facing="user", facings=2)),
    Says("p1", asked.PictureTaken(id=PICTURES[0], burst="b", number=1, width=4, height=3, bytes=9, preview="")),
    Says("p0", asked.Originals(ids=(PICTURES[0],))),
)  # fmt: skip
_acts: st.SearchStrategy[Act] = st.one_of(
    _comes, st.builds(Says, st.sampled_from(("p1", "p2")), st.one_of(*_sitters)),
    st.builds(Says, st.sampled_from(("p0", "p0", "p0", "p8")), st.one_of(*_coachs)), st.builds(Says, _person, EVENTS),
    st.builds(Says, _insider, st.builds(asked.SignalTo, to=_insider, data=st.just("x"))),
    st.builds(Goes, _person), st.builds(Waits, st.floats(0.0, 100.0)),
)  # fmt: skip
PLAYS: st.SearchStrategy[list[Act]] = st.builds(
    lambda begun, acts: [*_OPENING[:begun], *acts],
    st.sampled_from((0, 4, 6, 8, 9)), st.lists(_acts, min_size=20, max_size=40),
)  # fmt: skip
"""Acts that follow each other, from a room that may already be open."""


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
