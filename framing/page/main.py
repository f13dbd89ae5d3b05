"""The page: the picture, round it the deck, beside it what the guide says. Streamlit runs it top to bottom."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path

import streamlit as st

from framing.carriers.webrtc import transport
from framing.errors import FramingError
from framing.page.asked import asked, distance
from framing.page.assets import FOLDER
from framing.page.camera import camera
from framing.page.choices import Choices, choices
from framing.page.deck import chosen, deck, deck_data
from framing.page.kept import KEPT
from framing.page.own import token
from framing.page.panel import panel
from framing.page.photographs import judged, uploader
from framing.page.review import Roll, open_review, open_tray
from framing.page.sample import sample
from framing.page.told import told
from framing.page.visit import Visit, this_visit
from framing.page.visit import roll as this_roll
from framing.page.yours import yours
from framing.presets.catalogue import catalogue
from framing.session.registry import REGISTRY
from framing.session.seats import Seats, shared_seats
from framing.session.session import Session
from framing.types import Guidance

BUSY = "This computer is busy just now: the guide looks less often, and everybody gets the same share."
ICON = Path(__file__).with_name("icon.svg")


def page() -> None:
    """The whole page; a setting that makes no sense becomes a sentence."""
    st.set_page_config(page_title="Framing guide", page_icon=str(ICON), layout="wide")
    st.html(FOLDER / "page.css")
    try:
        transport.prepare()
        guided(shared_seats(), this_visit())
    except FramingError as error:
        words = f"<b>The guide cannot start with these settings.</b><p>{escape(str(error))}</p>"
        st.html(f'<section class="fg-card" role="alert">{words}</section>')


def guided(seats: Seats, visit: Visit) -> None:
    """The page once its settings make sense. The style sheet gives each piece its place."""
    uses, session = catalogue(os.environ), visit.session
    wanted = choices(chosen(), uses.presets)
    session.settings = wanted.settings(uses.presets)
    session.hear()
    roll = this_roll()
    st.session_state.setdefault("answered", {})  # when what the scripts asked for was last done
    room = bool(seats.left) or session.seated
    with st.container(key="stage"):
        picture = st.container(key="camera")  # before the deck: its Start is the keyboard's first stop
        tell(session, seats, wanted.mode, room)
        with st.container(key="photos"):
            files = uploader()
        if wanted.mode == "photos":
            with st.container(key="judged"):
                judged(files, uses.presets[wanted.use])
        elif room:
            with picture:
                line = sample(session) if wanted.mode == "sample" else camera(visit.stream)
            REGISTRY.connect(session, line)
    if roll.fresh is not None:
        open_review(roll)
    elif roll.shown:
        open_tray(roll)
    KEPT.drawn(token())


# One fragment for deck and panel: each run of one makes the browser go through the whole page, which on a small machine
# is time that the analysis lacks. The camera is not in it.
@st.fragment(run_every=0.4)
def tell(session: Session, seats: Seats, mode: str, room: bool) -> None:
    """Put the newest guidance on the page, twice a second; what concerns more than words starts the page over."""
    if session.closed or room != (bool(seats.left) or session.seated):
        st.rerun()
    session.hear()
    uses, roll = catalogue(os.environ), this_roll()
    wanted = choices(chosen(), uses.presets)
    session.settings = wanted.settings(uses.presets)
    look = session.look  # taken once: a newer one in between would give deck and panel two numbers for one verdict
    answer = deck(deck_data(wanted, uses, session, look.guidance, _beside(roll, seats, session)))
    if isinstance(look.guidance, Guidance) and mode != "photos":
        learnt = st.session_state.get("focal", wanted.focal)
        said = told(look.guidance, look.drawings)
        asks = panel({**said, "yours": yours(look.rest, learnt, wanted.viewer)}, key="panel", layout="live")
        _learn(asks, session)
    _answer(answer, session, roll, wanted)
    if wanted.mode != mode or (mode == "photos" and wanted.use != st.session_state.get("judged_for", wanted.use)):
        st.rerun()


def _learn(told: object, session: Session) -> None:
    """Do what the panel asks for: learn how the sitter looks at rest, or what the camera sees at a known distance."""
    if asked(told, "look", st.session_state.answered):
        session.look_into_lens()
    if (away := distance(told)) is not None:
        found = session.focal_at(away)
        if isinstance(found, float) or not isinstance(st.session_state.get("focal"), float):
            st.session_state.focal = found  # with no face just now, what was learnt before stands


def _answer(told: object, session: Session, roll: Roll, wanted: Choices) -> None:
    """Do what the deck asks for in this one run: take the picture, or show those that were kept."""
    answered = st.session_state.answered
    if asked(told, "shot", answered):
        roll.take(session, wanted.viewer)
        st.rerun()
    if asked(told, "auto", answered):
        roll.take_if_good(session, wanted.viewer)
        st.rerun()
    if asked(told, "tray", answered):
        roll.shown = True
        st.rerun()
    if asked(told, "tidy", answered):
        st.rerun()


def _beside(roll: Roll, seats: Seats, session: Session) -> dict[str, object]:
    """What the deck shows beside the camera's own news."""
    full = not seats.left and not session.seated
    people = "one person" if seats.limit == 1 else f"{seats.limit} people"
    notice = (
        f"The guide is busy: it looks after {people} at a time, and every place is taken.",
        "Leave this page open; it goes on by itself as soon as a place is free.",
    )
    # A quiet line below the picture, in the place of what is said of the camera.
    busy = {"hint": {"text": BUSY, "phone": False}} if session.busy else {}
    return {
        **busy,
        "token": token(),
        "kept": len(roll.kept),
        "unsaved": roll.unsaved,
        "reviewing": roll.fresh is not None or roll.shown,
        "refused": roll.refused,
        "again": roll.again,
        "focal": focal if isinstance(focal := st.session_state.get("focal"), float) else None,
        "notice": notice if full else roll.notice,
    }


page()
