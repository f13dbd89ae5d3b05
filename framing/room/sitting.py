"""What the sitter does in the room, and what anybody does there."""

from __future__ import annotations

from dataclasses import replace

from framing.room.asked import Abilities, Consent, Doing, Guided, Hold, Microphone, PictureTaken, Sent, SignalTo
from framing.room.letters import Letter, No, Show, Signal, Step
from framing.room.values import Person, Room, Taken, Yes
from framing.types.message import Message

MANY = 500  # pictures of a room

STAYS: Message = "You have not allowed pictures to be sent: this one stays on your device."
FULL: Message = "The room holds as many pictures as it can: this one stays on your device."
NOT_YOURS: Message = "You have taken no such picture here."


def consent(room: Room, sitter: Person, event: Consent) -> Step:
    """The sitter's yes or no; pictures that were given are no longer, once they take back that yes."""
    room = replace(room, yes=Yes(event.see, event.pictures, event.camera))
    for picture in room.pictures:
        if picture.of == sitter.id and picture.given != event.pictures:
            room = room.showing(_kept(replace(picture, given=event.pictures)))
    return Step(_matched(room))


def abilities(room: Room, event: Abilities) -> Step:
    """What their camera can be set to."""
    return Step(replace(room, abilities=event))


def doing(room: Room, event: Doing) -> Step:
    """What their device does just now."""
    return Step(replace(room, doing=event))


def guided(room: Room, sitter: Person, event: Guided) -> Step:
    """Their page has another session."""
    return Step(room.having(replace(sitter, session=event.session)))


def picture(room: Room, sitter: Person, event: PictureTaken, now: float) -> Step:
    """A picture was taken, and the coach sees it small. One that is told again keeps what was decided on it."""
    if not room.yes.pictures:
        return _no(room, sitter, STAYS)
    known = room.picture(event.id)
    if known is not None and known.of != sitter.id:
        return _no(room, sitter, NOT_YOURS)
    if known is None and len(room.pictures) >= MANY:
        return _no(room, sitter, FULL)
    taken = known or Taken(
        event.id, sitter.id, event.burst, event.number, event.width, event.height, event.bytes, now
    )  # fmt: skip
    coach = room.the("coach")
    told = coach is not None and coach.line is not None and not taken.held
    return Step(room.showing(taken), (Letter(coach.line, Show(event)),) if told and coach and coach.line else ())


def hold(room: Room, sitter: Person, event: Hold) -> Step:
    """Keep one back, or no longer."""
    known = room.picture(event.id)
    if known is None or known.of != sitter.id:
        return _no(room, sitter, NOT_YOURS)
    return Step(_matched(room.showing(_kept(replace(known, held=event.held)))))


def sent(room: Room, sitter: Person, event: Sent) -> Step:
    """How far an original is on its way; nothing is said of one that nobody may have."""
    known = room.picture(event.id)
    if known is None or known.of != sitter.id:
        return _no(room, sitter, NOT_YOURS)
    if not known.due:
        return Step(room)
    share = 1.0 if event.state == "here" else event.share
    return Step(room.showing(replace(known, state=event.state, share=share)))


def signal(room: Room, person: Person, event: SignalTo) -> Step:
    """Handed on between two who may see or hear each other; else to nobody."""
    other = room.person(event.to)
    if other is None or other.line is None or not connected(room, person, other):
        return Step(room)
    return Step(room, (Letter(other.line, Signal(person.id, event.data)),))


def connected(room: Room, one: Person, other: Person) -> bool:
    """Whether picture and voice may go between these two: not from or to the sitter before they have said yes."""
    roles = {one.role, other.role}
    if one.id == other.id or not (one.admitted and other.admitted) or roles == {"watcher"}:
        return False
    return "sitter" not in roles or room.yes.see


def microphone(room: Room, person: Person, event: Microphone) -> Step:
    """Their own, on or off."""
    return Step(room.having(replace(person, microphone=event.on)))


def _kept(picture: Taken) -> Taken:
    """The picture; where it is not to be had, nothing of it is asked for or on its way any more."""
    if picture.given and not picture.held:
        return picture
    return replace(picture, asked=False, starred=False, state="none", share=0.0)


def _matched(room: Room) -> Room:
    """The room; a picture that is kept back is no longer one to match."""
    there = None if room.match is None else room.picture(room.match)
    return room if there is None or (there.given and not there.held) else replace(room, match=None)


def _no(room: Room, person: Person, why: Message) -> Step:
    return Step(room, () if person.line is None else (Letter(person.line, No(why)),))
