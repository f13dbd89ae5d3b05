"""The words for the camera's states and for what can go wrong; the page's script says in which state it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.types import Message

# One at a time, and always one of these. The script sends no words of its own: it looks them up here.
STATES: Mapping[str, Message] = {
    "idle": "Camera off",
    "asking": "Waiting for your answer",
    "connecting": "Connecting",
    "live": "Live",
    "paused": "Paused",
    "lost": "Picture lost",
    "ended": "Camera off again",
}


class Trouble(NamedTuple):
    """What went wrong, in plain words, and the next step."""

    what: Message
    step: Message


_BLOCKED = Trouble(
    "The browser does not let this page use the camera.",
    "Open the camera icon or the padlock beside the address, choose Allow for the camera, then press Start again.",
)
_BUSY = Trouble(
    "The camera is there but gives no picture.",
    "Close other programs and tabs that use it, then press Start again.",
)
_MISSING = Trouble("No camera was found.", "Plug one in, or switch it on, then press Start again.")

# By the name of the browser's own error, or by the script's word for what it saw.
TROUBLES: Mapping[str, Trouble] = {
    "NotAllowedError": _BLOCKED,
    "SecurityError": _BLOCKED,
    "NotFoundError": _MISSING,
    "OverconstrainedError": _MISSING,
    "NotReadableError": _BUSY,
    "AbortError": _BUSY,  # Firefox's, for a camera that it found and could not start
    "insecure": Trouble(
        "Browsers give the camera only to secure pages, and this address is not one.",
        "On this computer open http://localhost with the same port; from another one, serve the page over https.",
    ),
    "unsupported": Trouble(
        "This browser gives pages no camera at all.",
        "Open the page in a current Chrome, Edge, Firefox or Safari.",
    ),
    "unanswered": Trouble(
        "The browser is still waiting for your answer about the camera.",
        "Choose Allow in the question at the top of the window.",
    ),
    "slow": Trouble(
        "After 10 seconds the guide has not seen a picture.",
        "Choose WebSocket as the way to the guide in the camera's menu, or reload the page.",
    ),
    "hidden": Trouble("The guide waits while this page is out of sight.", "It goes on when you come back."),
    "muted": Trouble(
        "The camera gives no picture for the moment.",
        "Open its shutter, or end what else uses it; the guide goes on by itself.",
    ),
    "unplugged": Trouble(
        "The camera has gone.", "Plug it in again and the guide goes on by itself; with another one, press Start."
    ),
    "silent": Trouble("The picture has stopped.", "The guide is starting the camera again; if it cannot, press Start."),
    "server": Trouble(
        "The guide itself does not answer any more.",
        "Start it again with make run and leave this page open: it goes on by itself. "
        "Pictures you kept are in this browser.",
    ),
}
