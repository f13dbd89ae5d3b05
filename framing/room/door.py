"""Who comes into the room and who leaves it: one coach, one sitter, four watchers; the coach admits each by name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from framing.room.asked import Admit, Join, Refuse, Remove, Role
from framing.room.letters import End, In, Letter, No, Step, Wait, Why
from framing.room.values import Person, Room, Yes
from framing.types.message import Message

WATCHERS = 4
GUESTS = 5  # beside the coach, those at the door among them
PATIENCE = 120.0  # seconds for which a watcher without a connection has a place
QUIET = 3600.0  # seconds after which a room in which nobody is left is forgotten

ASKED: Message = "The coach has been asked to let you in."
ALONE: Message = "The coach is not here yet. Leave this page open: they are asked to let you in when they come."
TWO_SITTERS: Message = "Somebody already sits for this room. Ask them to leave first."
NOBODY: Message = "This person is no longer there."
ONESELF: Message = "You cannot send yourself out: leave the room, or close it."


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody whose token opens this room: their connection, and the id that they have or will have."""

    line: str
    id: str
    role: Role
    known: bool  # they were admitted before
    said: Join


def join(room: Room, coming: Coming, now: float) -> Step:
    """In, to the door, or away."""
    if (why := _against(room, coming, now)) is not None:
        return Step(room, (Letter(coming.line, End(why)),))
    room = replace(room, stirred=now)
    before, said = room.person(coming.id), coming.said
    letters = () if before is None or before.line is None else (Letter(before.line, End("replaced")),)
    admitted = coming.known or coming.role == "coach"
    person = Person(
        coming.id, said.name, coming.role, said.language, said.device, now if before is None else before.since,
        admitted, coming.line, session=said.session if coming.role == "sitter" else None,
    )  # fmt: skip
    if not admitted:
        here = room.the("coach")
        why_wait = ASKED if here is not None and here.line is not None else ALONE
        return Step(room.having(person), (Letter(coming.line, Wait(why_wait)),))
    return Step(_seated(room, person, said), (*letters, Letter(coming.line, In())))


def _seated(room: Room, person: Person, said: Join | None) -> Room:
    """The room with an admitted person in it. Coach and sitter take the place of one who has lost their connection."""
    other = None if person.role == "watcher" else room.the(person.role)
    if other is not None and other.id != person.id:
        room = room.without(other)
    room = room.having(person)
    if person.role != "sitter":
        return room
    # A sitter is seen only after their browser has said so on this very connection.
    yes = Yes() if said is None else Yes(said.see is True, said.pictures is True, said.camera is True)
    return replace(room, yes=yes, abilities=None, doing=None)


def _against(room: Room, coming: Coming, now: float) -> Why | None:
    """Why there is no place; None where there is one."""
    if room.over or now >= room.closes:
        return "closed" if room.over else "ended"
    if coming.id in room.removed:
        return "removed"
    others = [one for one in room.people if one.id != coming.id]
    if coming.role != "watcher":
        other = next((one for one in others if one.role == coming.role and one.admitted), None)
        if other is not None and other.line is not None:
            return "second_coach" if coming.role == "coach" else "second_sitter"
    if coming.role == "coach":
        return None
    if coming.known:
        others = [one for one in others if one.admitted]  # who waits at the door keeps nobody out who was in
    elif room.locked:
        return "locked"
    watchers = sum(one.role == "watcher" for one in others)
    guests = sum(one.role != "coach" for one in others)
    return "full" if guests >= GUESTS or (coming.role == "watcher" and watchers >= WATCHERS) else None


def admit(room: Room, coach: Person, event: Admit) -> Step:
    """Let them in who wait. A sitter is not let in beside another who is there."""
    person = room.person(event.who)
    if person is None or person.admitted or person.line is None:
        return Step(room, _no(coach, NOBODY))
    if person.role == "sitter":
        other = room.the("sitter")
        if other is not None and other.line is not None:
            return Step(room, _no(coach, TWO_SITTERS))
    return Step(_seated(room, replace(person, admitted=True), None), (Letter(person.line, In()),))


def refuse(room: Room, coach: Person, event: Refuse) -> Step:
    """Send them away who wait."""
    person = room.person(event.who)
    if person is None or person.admitted:
        return Step(room, _no(coach, NOBODY))
    return Step(room.without(person), _ends((person,), "refused"))


def remove(room: Room, coach: Person, event: Remove) -> Step:
    """Send them out; what they came in with opens nothing any more."""
    person = room.person(event.who)
    if person is None:
        return Step(room, _no(coach, NOBODY))
    if person.id == coach.id:
        return Step(room, _no(coach, ONESELF))
    out = room.without(person)
    return Step(replace(out, removed=(*out.removed, person.id)), _ends((person,), "removed"))


def leave(room: Room, person: Person, now: float) -> Step:
    """They have said goodbye."""
    return Step(replace(room.without(person), stirred=now), _ends((person,), "left"))


def close(room: Room) -> Step:
    """The room is over for everybody; nothing of it is left."""
    return Step(Room(room.id, room.closes, over=True, removed=room.removed), _ends(room.people, "closed"))


def lost(room: Room, line: str, now: float) -> Step:
    """That connection has gone. Who was in the room is waited for; the sitter is not seen until they say yes again."""
    person = room.on(line)
    if person is None:
        return Step(room)
    room = replace(room, stirred=now)
    if not person.admitted:
        return Step(room.without(person))
    room = room.having(replace(person, line=None, gone=now, microphone=False))
    return Step(replace(room, yes=Yes(pictures=room.yes.pictures), doing=None) if person.role == "sitter" else room)


def passed(room: Room, now: float) -> Step:
    """Time has passed: the room may be over, and watchers who went without a word lose their places."""
    if now >= room.closes and not room.over:
        return Step(close(room).room, _ends(room.people, "ended"))
    for one in room.people:
        if one.role == "watcher" and one.gone is not None and now - one.gone > PATIENCE:
            room = room.without(one)
    return Step(room)


def deserted(room: Room, now: float) -> bool:
    """Whether nobody has been here for an hour."""
    return now - room.stirred > QUIET and all(one.line is None for one in room.people)


def _ends(people: tuple[Person, ...], why: Why) -> tuple[Letter, ...]:
    return tuple(Letter(one.line, End(why)) for one in people if one.line is not None)


def _no(person: Person, why: Message) -> tuple[Letter, ...]:
    return () if person.line is None else (Letter(person.line, No(why)),)
