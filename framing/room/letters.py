"""What a change in the room leads to, beside the view that everybody gets: who is told what.

`kind` tells them apart where they go from one server to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from framing.room.asked import Facing, Operate, PictureTaken, Point, Stop, Stroke, Take, Wipe
from framing.room.values import Room
from framing.types.message import Message

Why = Literal[
    "stale",  # the link is wrong, or its room is over
    "full", "second_sitter", "second_coach", "locked",  # there is no place
    "refused", "removed", "left", "closed", "ended",  # it is over for this person, or for everybody
    "replaced",  # the same person has connected again elsewhere
    "silent", "slow", "unreadable", "trouble",  # this connection cannot go on
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class In:
    """Come in."""

    kind: Literal["in"] = "in"


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait at the door."""

    why: Message
    kind: Literal["wait"] = "wait"


@dataclass(frozen=True, slots=True)
class Signal:
    """Something from another person's browser."""

    sender: str
    data: str
    kind: Literal["signal"] = "signal"


@dataclass(frozen=True, slots=True)
class Show:
    """A picture that was taken, with its preview."""

    picture: PictureTaken
    kind: Literal["show"] = "show"


@dataclass(frozen=True, slots=True)
class Bid:
    """What the sitter's device is to do."""

    what: Take | Stop | Operate | Facing
    kind: Literal["bid"] = "bid"


@dataclass(frozen=True, slots=True)
class Draw:
    """Pointer and strokes."""

    what: Point | Stroke | Wipe
    kind: Literal["draw"] = "draw"


@dataclass(frozen=True, slots=True)
class No:
    """It was not done, and why."""

    why: Message
    kind: Literal["no"] = "no"


@dataclass(frozen=True, slots=True)
class End:
    """The connection ends."""

    why: Why
    kind: Literal["end"] = "end"


class Letter(NamedTuple):
    """What is told on a connection."""

    line: str
    what: Annotated[In | Wait | Signal | Show | Bid | Draw | No | End, Field(discriminator="kind")]


class Step(NamedTuple):
    """The room after an event, and what is told because of it."""

    room: Room
    letters: tuple[Letter, ...] = ()
