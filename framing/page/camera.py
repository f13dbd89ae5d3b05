"""The camera in the page: its words, and the seat that pressing Start takes."""

from __future__ import annotations

import os
from typing import cast

import streamlit as st

from framing.carriers.webrtc.ice import ice_servers
from framing.carriers.webrtc.stream import Stream
from framing.carriers.webrtc.streamer import Words, both_ways
from framing.say import ENGLISH, Language, translate
from framing.session.registry import Line
from framing.session.session import Session
from framing.types import Message

_WORDS: dict[str, Message] = {
    "start": "Start the camera",
    "stop": "Stop",
    "select_device": "Choose a camera",
    "select_camera": "Camera",
    "media_api_not_available": "This browser gives pages no camera at all: open the page in a current browser.",
    "device_ask_permission": "Allow the camera in the question at the top of the window.",
    "device_not_available": "No camera was found: plug one in, or switch it on.",
    "device_access_denied": "The camera is blocked: choose Allow beside the address of the page.",
}


_START_SAMPLE: Message = "Start the sample"


def words(language: Language, *, sample: bool = False) -> Words:
    """What the library writes on its buttons and says of the camera."""
    said = {key: translate(language, text) for key, text in _WORDS.items()}
    if sample:
        said["start"] = translate(language, _START_SAMPLE)
    return cast("Words", said)


def camera(stream: Stream, language: Language = ENGLISH) -> Line | None:
    """Show the picture with its Start button; the line to the browser's camera, while there is one.

    Raises SettingsError when FRAMING_ICE_SERVERS makes no sense.
    """
    return both_ways("camera", stream, ice_servers(os.environ), words(language), lambda: seat("camera", stream))


def seat(key: str, stream: Stream | Session) -> None:
    """Take a seat when Start was pressed, before the connection costs anything; give it back when it was called off."""
    state = st.session_state[key].state
    if state.playing or state.signalling:
        stream.sit()
    else:
        stream.rest()
