"""(Room, connection, event, now) → (Room, letters): who may do what. What a role may not do is refused here."""

from __future__ import annotations

from framing.room import asked, coaching, door, drilling, sitting
from framing.room.asked import Event
from framing.room.letters import Letter, No, Step
from framing.room.values import Person, Pin, Room
from framing.types.message import Message

_ANYBODY = (asked.Leave, asked.Here)
_INSIDE = (asked.SignalTo, asked.Microphone)
_NOT_WATCHING = (asked.HandIn,)
_SITTER = (
    asked.Consent, asked.Abilities, asked.Doing, asked.Guided, asked.PictureTaken, asked.Hold, asked.Sent,
)  # fmt: skip
_COACH = (
    asked.Admit, asked.Refuse, asked.Remove, asked.Lock, asked.Close, asked.Rename, asked.Use, asked.Pause, asked.Pin,
    asked.Unpin, asked.Take, asked.Stop, asked.Star, asked.Originals, asked.Operate, asked.Facing, asked.Point,
    asked.Stroke, asked.Wipe, asked.Practise, asked.Drill, asked.Reveal, asked.Match,
)  # fmt: skip

AT_THE_DOOR: Message = "Wait until the coach has let you in."
COACH_ONLY: Message = "Only the coach can do this."
SITTER_ONLY: Message = "Only the sitter can do this."
NOT_WATCHING: Message = "Those who watch can not do this."
ALREADY: Message = "You are already here."


def step(room: Room, line: str, event: Event, now: float, pin: Pin | None = None) -> Step:
    """The room after what came on that connection; `pin` is what a cue that is pinned is in words.

    Nothing happens for a connection that is nobody's any more. `now` is in seconds since 1970.
    """
    person = room.on(line)
    if person is None or room.over:
        return Step(room)
    if (why := refusal(person, event)) is not None:
        return Step(room, (Letter(line, No(why)),))
    return _done(room, person, event, now, pin)


def refusal(person: Person, event: Event) -> Message | None:
    """Why this person may not do that, whatever the room is like; None where they may."""
    if isinstance(event, asked.Join):
        return ALREADY
    if isinstance(event, _ANYBODY):
        return None
    if not person.admitted:
        return AT_THE_DOOR
    if isinstance(event, _COACH) and person.role != "coach":
        return COACH_ONLY
    if isinstance(event, _SITTER) and person.role != "sitter":
        return SITTER_ONLY
    if isinstance(event, _NOT_WATCHING) and person.role == "watcher":
        return NOT_WATCHING
    return None


def _done(room: Room, person: Person, event: Event, now: float, said: Pin | None) -> Step:  # noqa: C901 - one a line
    match event:
        case asked.Leave():
            return door.leave(room, person, now)
        case asked.Admit():
            return door.admit(room, person, event)
        case asked.Refuse():
            return door.refuse(room, person, event)
        case asked.Remove():
            return door.remove(room, person, event)
        case asked.Close():
            return door.close(room)
        case asked.Lock():
            return coaching.lock(room, event)
        case asked.Rename():
            return coaching.rename(room, event)
        case asked.Use():
            return coaching.use(room, event)
        case asked.Pause():
            return coaching.pause(room, event)
        case asked.Pin():
            return coaching.pin(room, person, event, said, now)
        case asked.Unpin():
            return coaching.unpin(room, event)
        case asked.Practise():
            return drilling.practise(room, person, event)
        case asked.Drill():
            return drilling.drill(room, person, event)
        case asked.HandIn():
            return drilling.hand_in(room, event)
        case asked.Reveal():
            return drilling.reveal(room, person, event)
        case asked.Match():
            return drilling.match(room, person, event)
        case asked.Take() | asked.Stop() | asked.Operate() | asked.Facing():
            return coaching.bid(room, person, event)
        case asked.Star():
            return coaching.star(room, person, event)
        case asked.Originals():
            return coaching.originals(room, person, event)
        case asked.Point() | asked.Stroke() | asked.Wipe():
            return coaching.draw(room, event)
        case asked.Consent():
            return sitting.consent(room, person, event)
        case asked.Abilities():
            return sitting.abilities(room, event)
        case asked.Doing():
            return sitting.doing(room, event)
        case asked.Guided():
            return sitting.guided(room, person, event)
        case asked.PictureTaken():
            return sitting.picture(room, person, event, now)
        case asked.Hold():
            return sitting.hold(room, person, event)
        case asked.Sent():
            return sitting.sent(room, person, event)
        case asked.SignalTo():
            return sitting.signal(room, person, event)
        case asked.Microphone():
            return sitting.microphone(room, person, event)
        case _:
            return Step(room)
