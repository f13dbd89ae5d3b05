"""The camera in the page: what is asked of the browser, and where its frames go."""

from __future__ import annotations

import os
from typing import Any, cast

import streamlit as st
from streamlit_webrtc import WebRtcMode, WebRtcStreamerContext, webrtc_streamer
from streamlit_webrtc.config import Translations
from streamlit_webrtc.process import AsyncMediaProcessTrack

from framing.live.environment import ice_servers
from framing.live.registry import Line
from framing.live.stream import Stream
from framing.live.transport import each_picture_once
from framing.say import ENGLISH, Language, translate
from framing.types import Message

AsyncMediaProcessTrack.recv = each_picture_once  # type: ignore[method-assign]

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


def words(language: Language, *, sample: bool = False) -> Translations:
    """What the library writes on its buttons and says of the camera."""
    said = {key: translate(language, text) for key, text in _WORDS.items()}
    if sample:
        said["start"] = translate(language, _START_SAMPLE)
    return cast("Translations", said)


ATTRIBUTES: Any = {
    "autoPlay": True,
    "muted": True,
    "playsInline": True,
    "controls": False,
    "disablePictureInPicture": True,
}


def camera(session: Stream, language: Language = ENGLISH) -> Line | None:
    """Show the picture with its Start button; the line to the browser's camera, while there is one.

    Raises SettingsError when FRAMING_ICE_SERVERS makes no sense.
    """
    context = webrtc_streamer(
        key="camera",
        mode=WebRtcMode.SENDRECV,
        # For both ends. An empty list, unlike none at all, keeps the library from asking a public server.
        rtc_configuration={"iceServers": ice_servers(os.environ)},
        # 20 frames a second are smooth enough for a mirror, and leave two cores time to look nine times a second.
        media_stream_constraints={
            "video": {
                "width": {"ideal": 1280},
                "height": {"ideal": 720},
                "frameRate": {"ideal": 20},
                # The camera's picture whole: an upright one would be cut to the height asked for, and the head with it.
                "resizeMode": {"ideal": "none"},
            },
            "audio": False,
        },
        video_frame_callback=session.on_frame,
        on_video_ended=session.rest,
        video_html_attrs=ATTRIBUTES,
        media_toggle_controls=False,
        translations=words(language),
        on_change=lambda: seat("camera", session),
    )
    return line(context)


def seat(key: str, session: Stream) -> None:
    """Take a seat when Start was pressed, before the connection costs anything; give it back when it was called off."""
    state = st.session_state[key].state
    if state.playing or state.signalling:
        session.sit()
    else:
        session.rest()


def line(context: WebRtcStreamerContext[Any, Any]) -> Line | None:
    """The connection to close when the page goes away without a goodbye."""
    # Not the library's public interface; requirements.txt pins it.
    return context._get_worker()
