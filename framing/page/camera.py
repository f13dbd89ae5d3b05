"""The camera in the page: its words, and the seat that pressing Start takes."""

from __future__ import annotations

import os

import streamlit as st

from framing.carriers.webrtc.ice import ice_servers
from framing.carriers.webrtc.stream import Stream
from framing.carriers.webrtc.streamer import Words, both_ways
from framing.session.registry import Line
from framing.session.session import Session

WORDS: Words = {
    "start": "Start the camera",
    "stop": "Stop",
    "select_device": "Choose a camera",
    "select_camera": "Camera",
    "media_api_not_available": "This browser gives pages no camera at all: open the page in a current browser.",
    "device_ask_permission": "Allow the camera in the question at the top of the window.",
    "device_not_available": "No camera was found: plug one in, or switch it on.",
    "device_access_denied": "The camera is blocked: choose Allow beside the address of the page.",
}


def camera(stream: Stream) -> Line | None:
    """Show the picture with its Start button; the line to the browser's camera, while there is one.

    Raises SettingsError when FRAMING_ICE_SERVERS makes no sense.
    """
    return both_ways("camera", stream, ice_servers(os.environ), WORDS, lambda: seat("camera", stream))


def seat(key: str, stream: Stream | Session) -> None:
    """Take a seat when Start was pressed, before the connection costs anything; give it back when it was called off."""
    state = st.session_state[key].state
    if state.playing or state.signalling:
        stream.sit()
    else:
        stream.rest()
