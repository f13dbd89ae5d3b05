"""What the page says when there is no guidance to show: before the start, in trouble, and when every place is taken."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from framing.types import Guidance


class Trouble(NamedTuple):
    """What went wrong, in plain words, and the next step."""

    what: str
    step: str


_BLOCKED = Trouble(
    "The browser does not let this page use the camera.",
    "Open the camera icon or the padlock beside the address, choose Allow for the camera, then press Start again.",
)
_MISSING = Trouble("No camera was found.", "Plug one in, or switch it on, then press Start again.")
_UNUSABLE = Trouble(
    "This browser gives pages no camera at all.",
    "Open the page in a current Chrome, Edge, Firefox or Safari.",
)

# By the name of the browser's own error, or by the watcher's word for what it saw.
TROUBLES = {
    "NotAllowedError": _BLOCKED,
    "SecurityError": _BLOCKED,
    "NotFoundError": _MISSING,
    "OverconstrainedError": _MISSING,
    "NotReadableError": Trouble(
        "The camera is there but gives no picture.",
        "Close other programs and tabs that use it, then press Start again.",
    ),
    "insecure": Trouble(
        "Browsers give the camera only to secure pages, and this address is not one.",
        "On this computer open http://localhost with the same port; from another one, serve the page over https.",
    ),
    "unsupported": _UNUSABLE,
    "asking": Trouble(
        "The browser is still waiting for your answer about the camera.",
        "Choose Allow in the question at the top of the window.",
    ),
    "slow": Trouble(
        "The camera is on, but after 10 seconds its picture has still not come through.",
        "A firewall or VPN may stand between: switch it off or try another network, then press Stop and Start. "
        "Across networks the guide needs a TURN server in FRAMING_ICE_SERVERS.",
    ),
}


def trouble(code: str, detail: str = "") -> str:
    """A panel as HTML for what the watcher reported; an unknown trouble keeps the browser's own words."""
    known = TROUBLES.get(code)
    what, step = known or Trouble(
        f"The camera could not be started: {detail or code}.", "Reload the page and press Start again."
    )
    return notice("care", what, step)


def full(limit: int) -> str:
    """A panel as HTML for whoever comes when every place is taken."""
    people = "one person" if limit == 1 else f"{limit} people"
    return notice(
        "plain",
        f"The guide is busy: it looks after {people} at a time, and every place is taken.",
        "Leave this page open; it goes on by itself as soon as a place is free.",
    )


def broken(sentence: str) -> str:
    """A panel as HTML for a value from the environment that makes no sense."""
    return notice("care", "The guide cannot start with these settings.", sentence)


def welcome() -> str:
    """A card as HTML for the time before the camera is on."""
    steps = (
        "Choose above what the picture is for.",
        "Press <b>Start the camera</b> and allow it.",
        "Read what your framing is, why, and the one thing to change.",
    )
    return (
        '<section class="fg-card fg-welcome"><h4>Before you start</h4><ol>'
        + "".join(f"<li>{step}</li>" for step in steps)
        + "</ol><p>Nothing is recorded: the picture goes to the guide and straight back to you.</p></section>"
    )


def waiting(why: str) -> str:
    """A card as HTML while nothing can be said."""
    return f'<section class="fg-card fg-welcome"><h4>It reads as</h4><p>{escape(why)}.</p></section>'


def cue(guidance: Guidance) -> str:
    """The one thing to do as HTML, in a region that screen readers announce."""
    if guidance.cues:
        first = guidance.cues[0]
        kind, text, why = "style" if first.severity == "style" else "must", first.text, first.because
    elif guidance.ready:
        kind, text, why = "ok", "Ready: everything this use asks for holds", ""
    else:
        kind, text, why = "shown", "Hold still", ""
    return (
        f'<section class="fg-card fg-cue fg-{kind}" role="status"><h4 class="fg-said">Next</h4>'
        f"<p><b>{escape(text)}</b></p><i>{escape(why)}</i></section>"
    )


def notice(kind: str, what: str, step: str) -> str:
    """A panel as HTML: what is the matter, and the next step."""
    return (
        f'<section class="fg-card fg-notice fg-{kind}" role="alert">'
        f"<b>{escape(what)}</b><p>{escape(step)}</p></section>"
    )


def status(size: tuple[int, int] | None, *, frames: int = 0, looks: int = 0) -> str:
    """The title with what arrives beside it, as HTML; the counts are there for whoever measures."""
    live = "Camera off" if size is None else f"Live · {size[0]}×{size[1]}"
    return (
        f'<header class="fg-head"><b>Framing guide</b><span class="fg-{"off" if size is None else "live"}" '
        f'data-frames="{frames}" data-looks="{looks}">{live}</span></header>'
    )
