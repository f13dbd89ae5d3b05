"""The page: what the picture is for, the camera, and beside it what the guide says. Streamlit runs it top to bottom."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

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
EVERY = 0.4  # seconds


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
    """The page once its settings make sense: choices, camera, words."""
    head, use, viewer, landmarks = st.columns([2.1, 1.5, 1.5, 0.9], vertical_alignment="center")
    session.settings = choices(use, viewer, landmarks)
    with head:
        tell_status(session)
    stage, aside = st.columns([2.35, 1], gap="medium")
    with stage.container(key="camera"):
        if seats.left == 0 and not session.seated:
            st.html(panels.full(seats.limit))
            wait_for_a_seat(seats)
            return
        code, detail = watch()
        if code:
            st.html(panels.trouble(code, detail))
        camera(session)
    with aside:
        tell_verdict(session)
    tell_checklist(session)


def choices(use: DeltaGenerator, viewer: DeltaGenerator, landmarks: DeltaGenerator) -> Settings:
    """What the person has chosen, read anew at every run; the picture runs on."""
    presets = load()
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


# Each place has a fragment of its own: it fills in the newest guidance two and a half times a second and leaves the
# camera, which is in none of them, alone.


@st.fragment(run_every=EVERY)
def tell_status(session: Session) -> None:
    """Whether pictures arrive; and a page that lost its session, or found no seat, starts over."""
    if session.closed or session.refused:
        st.rerun()
    st.html(panels.status(session.size, frames=session.frames, looks=session.looks))


@st.fragment(run_every=EVERY)
def tell_verdict(session: Session) -> None:
    """The one thing to do, what the picture reads as, and why."""
    guidance = session.view.guidance
    if isinstance(guidance, Guidance):
        st.html(panels.cue(guidance))
        st.html(reads(guidance.verdict, guidance.preset))
        st.html(reasons(guidance.verdict))
    elif session.size is None:
        st.html(panels.welcome())
    else:
        st.html(panels.waiting(guidance.why))


@st.fragment(run_every=EVERY)
def tell_checklist(session: Session) -> None:
    """Every reading beside its band."""
    guidance = session.view.guidance
    if isinstance(guidance, Guidance):
        st.html(checklist(guidance.judgements))


@st.fragment(run_every=2.0)
def wait_for_a_seat(seats: Seats) -> None:
    """Go on by itself once somebody leaves."""
    if seats.left:
        st.rerun()


page()
