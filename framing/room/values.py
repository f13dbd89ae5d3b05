"""A room, and who and what is in it, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from framing.room.asked import Abilities, Doing, Role
from framing.types import Direction

State = Literal["none", "waits", "sending", "here", "gone"]
Phase = Literal["ready", "going", "paused", "over"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room, or at its door."""

    id: str
    name: str
    role: Role
    language: str  # its code
    device: Literal["phone", "computer"]
    since: float  # when they came, seconds since 1970
    admitted: bool = False
    line: str | None = None  # the connection that stands
    gone: float | None = None  # since when none does
    microphone: bool = False
    session: str | None = None  # of the sitter: the token of their page's session


@dataclass(frozen=True, slots=True)
class Yes:
    """What the sitter allows: to be seen, pictures to be sent, their camera to be set."""

    see: bool = False
    pictures: bool = False
    camera: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture that was taken; it stays with its sitter until they have given it and the coach has asked for it."""

    id: str
    of: str  # the sitter who took it
    burst: str
    number: int
    width: int
    height: int
    bytes: int
    at: float  # seconds since 1970
    given: bool = True  # the sitter allows it to be sent
    held: bool = False  # but keeps this one back
    starred: bool = False
    asked: bool = False
    state: State = "none"  # of the original
    share: float = 0.0

    @property
    def due(self) -> bool:
        """Whether the original may come to the server, and from there to the coach."""
        return self.asked and self.given and not self.held


@dataclass(frozen=True, slots=True)
class Pin:
    """What the sitter is told instead of the guide's own cue."""

    by: str  # the coach's name
    cue: str | None  # the cue's id
    sitter: str  # in the sitter's words
    arrow: Direction = Direction.NONE  # on the sitter's screen
    others: tuple[tuple[str, str], ...] = ()  # the same by language, worded for those who look at the sitter


@dataclass(frozen=True, slots=True)
class Practice:
    """The drill that the room practises, as far as everybody has to know; its run stands with the sitter's session."""

    drill: str  # its id
    number: int  # of the run, from 1
    phase: Phase = "ready"
    step: int = 0  # pictures that are handed in
    asked: int | None = None  # the step whose picture is to be handed in
    host: str = ""  # the server that has the run
    moved: bool = False  # the sitter came back by another server: it is at its start once more
    attempt: str = ""  # the id of the scorecard, once there is one
    revealed: bool = False  # sitter and watchers may see it


@dataclass(frozen=True, slots=True)
class Room:
    """A room; every change makes another value."""

    id: str
    closes: float  # seconds since 1970
    name: str = ""
    use: str = ""
    use_locked: bool = False
    locked: bool = False
    paused: bool = False
    pinned: Pin | None = None
    practice: Practice | None = None
    runs: int = 0  # of drills so far
    match: str | None = None  # the id of the picture that the sitter's is to match
    people: tuple[Person, ...] = ()
    yes: Yes = Yes()
    pictures: tuple[Taken, ...] = ()
    abilities: Abilities | None = None
    doing: Doing | None = None
    pins: tuple[tuple[float, str], ...] = ()  # what was pinned so far and when, for the notes
    removed: tuple[str, ...] = ()  # ids of people who were sent out
    stirred: float = 0.0  # when somebody came or went last
    over: bool = False

    @property
    def hides(self) -> bool:
        """Whether a drill is on: then the guide's cues are told to the coach alone."""
        return self.practice is not None and self.practice.phase != "over"

    def person(self, id: str) -> Person | None:  # noqa: A002 - the field's name
        """Who has that id."""
        return next((one for one in self.people if one.id == id), None)

    def on(self, line: str) -> Person | None:
        """Who has that connection."""
        return next((one for one in self.people if one.line == line), None)

    def the(self, role: Role) -> Person | None:
        """The admitted person of that role; the first, for watchers."""
        return next((one for one in self.people if one.role == role and one.admitted), None)

    def picture(self, id: str) -> Taken | None:  # noqa: A002
        """The picture of that id."""
        return next((one for one in self.pictures if one.id == id), None)

    def having(self, person: Person) -> Room:
        """The room with this person, in the place of who had the id before."""
        if self.person(person.id) is None:
            return replace(self, people=(*self.people, person))
        return replace(self, people=tuple(person if one.id == person.id else one for one in self.people))

    def showing(self, picture: Taken) -> Room:
        """The room with this picture, in the place of what had the id before."""
        if self.picture(picture.id) is None:
            return replace(self, pictures=(*self.pictures, picture))
        return replace(self, pictures=tuple(picture if one.id == picture.id else one for one in self.pictures))

    def without(self, person: Person) -> Room:
        """The room after this person has left it. What the sitter allowed ends with them; their pictures stay."""
        rest = replace(self, people=tuple(one for one in self.people if one.id != person.id))
        left = person.role == "sitter" and person.admitted
        return replace(
            rest, yes=Yes(), abilities=None, doing=None, pinned=None, practice=None, match=None
        ) if left else rest
