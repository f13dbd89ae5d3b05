"""What the coach does in the room."""

from __future__ import annotations

from dataclasses import replace

from framing.room.asked import (
    Facing,
    Lock,
    Operate,
    Originals,
    Pause,
    Pin,
    Point,
    Rename,
    Star,
    Stop,
    Stroke,
    Take,
    Unpin,
    Use,
    Wipe,
)  # fmt: skip
from framing.room.letters import Bid, Draw, Letter, No, Step
from framing.room.sentences import AWAY, NO_SUCH, UNSEEN
from framing.room.values import Person, Room
from framing.room.values import Pin as Pinned
from framing.types.message import Message

PINS = 200  # that are noted

NOT_MINE: Message = "The sitter has not allowed their camera to be set from here."
DARK: Message = "The sitter's camera gives no picture just now."
NOT_SO: Message = "The sitter's camera cannot be set so."
ONE_OF_BOTH: Message = "Pin one of the guide's cues, or words of your own."
KEPT: Message = "The sitter has not allowed pictures to be sent."
NOT_ASKED: Message = "The guide no longer asks for this."
IN_A_DRILL: Message = "While a drill is on, the guide's cues are for you alone."


def lock(room: Room, event: Lock) -> Step:
    """Nobody new comes to the door of a locked room."""
    return Step(replace(room, locked=event.on))


def rename(room: Room, event: Rename) -> Step:
    """What the room is called, told to all in it."""
    return Step(replace(room, name=event.name))


def use(room: Room, event: Use) -> Step:
    """What the pictures are for; its name is that of a use."""
    return Step(replace(room, use=event.preset, use_locked=event.locked))


def pause(room: Room, event: Pause) -> Step:
    """The guide's own cues, off and on."""
    return Step(replace(room, paused=event.on))


def pin(room: Room, coach: Person, event: Pin, said: Pinned | None, now: float) -> Step:
    """Own words as they are; of a cue `said` is what it is in words, None where it is not asked for."""
    if (event.cue is None) == (event.words is None):
        return _no(room, coach, ONE_OF_BOTH)
    if event.cue is not None and room.hides:
        return _no(room, coach, IN_A_DRILL)
    if event.words is not None:
        said = Pinned(coach.name, None, event.words)
    elif said is None:
        return _no(room, coach, NOT_ASKED)
    return Step(replace(room, pinned=said, pins=(*room.pins, (now, said.sitter))[-PINS:]))


def unpin(room: Room, _: Unpin) -> Step:
    """The guide's own cue again."""
    return Step(replace(room, pinned=None))


def bid(room: Room, coach: Person, event: Take | Stop | Operate | Facing) -> Step:
    """The sitter's device is to do something, as far as the sitter allows it."""
    sitter = room.the("sitter")
    if sitter is None or sitter.line is None:
        return _no(room, coach, AWAY)
    if not room.yes.see:
        return _no(room, coach, UNSEEN)
    if isinstance(event, Operate | Facing) and not room.yes.camera:
        return _no(room, coach, NOT_MINE)
    if isinstance(event, Take) and room.doing is not None and not room.doing.playing:
        return _no(room, coach, DARK)
    if not _possible(room, event):
        return _no(room, coach, NOT_SO)
    return Step(room, (Letter(sitter.line, Bid(event)),))


def _possible(room: Room, event: Take | Stop | Operate | Facing) -> bool:
    known = room.abilities
    if isinstance(event, Operate):
        one = None if known is None else next((one for one in known.list if one.name == event.name), None)
        return one is not None and one.min <= event.value <= one.max
    return not isinstance(event, Facing) or (known is not None and known.facings > 1)


def star(room: Room, coach: Person, event: Star) -> Step:
    """Mark a picture as a good one."""
    picture = room.picture(event.id)
    if picture is None or picture.held or not picture.given:
        return _no(room, coach, NO_SUCH)
    return Step(room.showing(replace(picture, starred=event.on)))


def originals(room: Room, coach: Person, event: Originals) -> Step:
    """Ask for the originals of those that the sitter gives; they are told by the view."""
    if all((picture := room.picture(name)) is None or picture.held or not picture.given for name in event.ids):
        return _no(room, coach, NO_SUCH)
    for picture in room.pictures:
        if picture.id in event.ids and picture.given and not picture.held:
            state = "waits" if picture.state in ("none", "gone") else picture.state
            room = room.showing(replace(picture, asked=True, state=state))
    return Step(room)


def draw(room: Room, event: Point | Stroke | Wipe) -> Step:
    """Pointer and strokes, to all who see the sitter."""
    if not room.yes.see:
        return Step(room)
    to = [one.line for one in room.people if one.admitted and one.role != "coach" and one.line is not None]
    return Step(room, tuple(Letter(line, Draw(event)) for line in to))


def _no(room: Room, person: Person, why: Message) -> Step:
    return Step(room, () if person.line is None else (Letter(person.line, No(why)),))
