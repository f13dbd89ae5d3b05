"""What carries the camera's picture over WebRTC: out of sight, and the seat that pressing Start takes."""

from __future__ import annotations

import os
import time

import streamlit as st

from framing.carriers.webrtc.ice import ice_for
from framing.carriers.webrtc.stream import Stream
from framing.carriers.webrtc.streamer import upward
from framing.session.registry import Line

_KEY = "camera"


def camera(stream: Stream) -> Line | None:
    """Put the carrier into the page, which shows nothing; the line to the browser, while there is one.

    Raises SettingsError when FRAMING_ICE_SERVERS makes no sense.
    """
    if "ice" not in st.session_state:  # once a page: a name that is good for some hours must not change under a stream
        st.session_state.ice = ice_for(os.environ, "guide", time.time())
    return upward(_KEY, stream, st.session_state.ice, lambda: _seat(stream))


def _seat(stream: Stream) -> None:
    """Take a seat when Start was pressed, before the connection costs anything; give it back when it was called off."""
    state = st.session_state[_KEY].state
    if state.playing or state.signalling:
        stream.sit()
    else:
        stream.rest()
