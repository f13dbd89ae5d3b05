"""What people in a room are told that is not said by a rule of the room itself."""

from __future__ import annotations

from collections.abc import Mapping

from framing.room.letters import Why
from framing.types import HowFar
from framing.types.message import Message

WHY: Mapping[Why, Message] = {
    "stale": "This link opens no room: it is wrong, or the room is over. Ask the coach for a new one.",
    "full": "The room is full: a coach, a sitter and four watchers have a place in it.",
    "second_sitter": "Somebody already sits for this room. Ask the coach to let you in when they have left.",
    "second_coach": "Another coach is already in this room. You can take over once they have left it.",
    "locked": "The coach has locked this room.",
    "refused": "The coach has not let you in.",
    "removed": "The coach has ended your visit.",
    "left": "You have left the room.",
    "closed": "The coach has closed the room.",
    "ended": "The room is over: a room is open for 12 hours at most.",
    "replaced": "You have opened this room in another window, and go on there.",
    "silent": "The connection was lost.",
    "slow": "This connection is too slow for the room.",
    "unreadable": "This page and the guide do not understand each other: reload it.",
    "trouble": "The guide cannot reach its rooms just now. This page tries again by itself.",
}
AWAY: Message = "The sitter is not connected just now."
NO_SUCH: Message = "There is no such picture, or the sitter keeps it back."
UNSEEN: Message = "The sitter has not said yes to being seen yet."
FAR: Mapping[HowFar, Message] = {HowFar.LITTLE: "a little", HowFar.FAR: "quite a bit"}
UNKNOWN_USE: Message = "There is no such use: choose another one."
UNKNOWN_DRILL: Message = "There is no such drill: choose another one."
OTHER_PAGE: Message = "Open the room from the guide's own page."
NOTHING: Message = "There is no such picture here."
NOT_WHOLE: Message = "The original did not arrive whole: it is sent again."
