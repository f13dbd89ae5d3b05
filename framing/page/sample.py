"""The sample in the camera's place: the same picture and the same guide, and no permission to ask for."""

from __future__ import annotations

import os

import streamlit as st

from framing.carriers.sample.stream import FPS, SampleStream
from framing.carriers.webrtc.ice import ice_servers
from framing.carriers.webrtc.outlet import Outlet
from framing.carriers.webrtc.streamer import one_way
from framing.page.camera import seat, words
from framing.say import Language
from framing.scenery import HEIGHT, WIDTH
from framing.session.registry import Line
from framing.session.session import Session


def sample(session: Session, language: Language) -> Line | None:
    """Show the moving sample, whose Start the deck presses; the line to the browser, while there is one.

    Raises SettingsError for a broken FRAMING_ICE_SERVERS.
    """
    return one_way(
        "sample", _outlet(session), FPS, ice_servers(os.environ), words(language, sample=True),
        lambda: seat("sample", session),
    )  # fmt: skip


def _outlet(session: Session) -> Outlet:
    """The one outlet of that session: a second one, made when the script runs again, would restart the sample."""
    held = st.session_state.get("sample_outlet")
    if isinstance(held, tuple):
        token, outlet = held
        if token == session.token and isinstance(outlet, Outlet):
            return outlet
        outlet.end()  # its session was closed, and no picture will be asked of it any more
    outlet = Outlet(WIDTH, HEIGHT, lambda show: SampleStream(session, show))
    st.session_state.sample_outlet = (session.token, outlet)
    return outlet
