"""The page: what the picture is for, the camera, and beside it what the guide says. Streamlit runs it top to bottom."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from framing.errors import FramingError
from framing.live import transport
from framing.live.seats import Seats, shared_seats
from framing.live.session import Session
from framing.live.settings import Settings
from framing.overlay.marks import Landmarks
from framing.page import panels
from framing.page.camera import camera
from framing.page.checklist import checklist
from framing.page.reads import reads
from framing.page.reasons import reasons
from framing.page.watcher import watch
from framing.perceive import Eyes
from framing.presets import load
from framing.types import Guidance, Viewer

HERE = Path(__file__).parent
VIEWERS = {
    Viewer.FRONT: "The sitter, in a mirror",
    Viewer.REAR: "Whoever holds the camera",
    Viewer.OTHER: "Somebody else",
}
LANDMARKS = {Landmarks.OFF: "Off", Landmarks.LIGHT: "Light", Landmarks.FULL: "Full"}
FIRST_USE = "headshot"


def open_eyes() -> Eyes:
    """The models, opened in the thread that will use them; importing them takes a second, so it is done there too."""
    from framing.perceive.live_eyes import LiveEyes

    return LiveEyes()


def _is_open(session: Session) -> bool:
    return not session.closed


@st.cache_resource(scope="session", validate=_is_open, on_release=Session.close, show_spinner=False)
def this_session() -> Session:
    """The session of this open page: Streamlit closes it when the page goes; one that comes back gets another."""
    return Session(open_eyes, shared_seats(), Settings())


def page() -> None:
    """The whole page; a setting that makes no sense becomes a sentence."""
    st.set_page_config(page_title="Framing guide", page_icon=str(HERE / "icon.svg"), layout="wide")
    st.html(HERE / "page.css")
    try:
        transport.prepare()
        seats, session = shared_seats(), this_session()
        guided(seats, session)
    except FramingError as error:
        st.html(panels.broken(str(error)))


def guided(seats: Seats, session: Session) -> None:
    """The page once its settings make sense: choices, camera, words. The style sheet gives each its place."""
    with st.container(key="stage"):
        session.settings = choices()
        with st.container(key="camera"):
            full = seats.left == 0 and not session.seated
            if full:
                st.html(panels.full(seats.limit))
            else:
                code, detail = watch()
                if code:
                    st.html(panels.trouble(code, detail))
                camera(session)
        if full:
            wait_for_a_seat(seats)
        else:
            tell(session)


def choices() -> Settings:
    """What the person has chosen, read anew at every run; the picture runs on."""
    presets = load()
    with st.container(key="choices"):
        use, viewer, landmarks = st.columns([1.5, 1.5, 0.9])
    name = use.selectbox(
        "What the picture is for",
        list(presets),
        index=list(presets).index(FIRST_USE),
        format_func=lambda name: f"For {presets[name].title}",
        label_visibility="collapsed",
    )
    looks = viewer.selectbox(
        "Who looks", list(VIEWERS), format_func=lambda v: f"Seen by {VIEWERS[v].lower()}", label_visibility="collapsed"
    )
    drawn = landmarks.selectbox(
        "Landmarks",
        list(LANDMARKS),
        index=1,
        format_func=lambda choice: f"Landmarks {LANDMARKS[choice].lower()}",
        label_visibility="collapsed",
    )
    return Settings(presets[name], looks, drawn)


# One fragment for all the words: each run of one makes the browser go through the whole page, which on a small machine
# is time that the analysis lacks. The camera is not in it.
@st.fragment(run_every=0.45)
def tell(session: Session) -> None:
    """Put the newest guidance on the page, at least twice a second; a page without session or seat starts over."""
    if session.closed or session.refused:
        st.rerun()
    session.rest_if_silent()
    guidance = session.view.guidance
    st.html(panels.status(session.size, frames=session.frames, looks=session.looks))
    if isinstance(guidance, Guidance):
        st.html(aside(panels.cue(guidance), reads(guidance.verdict, guidance.preset), reasons(guidance.verdict)))
        st.html(checklist(guidance.judgements))
    else:
        st.html(aside(panels.welcome() if session.size is None else panels.waiting(guidance.why)))


@st.fragment(run_every=2.0)
def wait_for_a_seat(seats: Seats) -> None:
    """Go on by itself once somebody leaves."""
    st.html(panels.status(None))
    if seats.left:
        st.rerun()


def aside(*cards: str) -> str:
    """The column beside the picture as HTML."""
    return f'<div class="fg-aside">{"".join(cards)}</div>'


page()
