"""The sample in the camera's place: the same picture and the same guide, and no permission to ask for."""

from __future__ import annotations

import os

import streamlit as st
from streamlit_webrtc import WebRtcMode, create_video_source_track, webrtc_streamer

from framing.live.environment import ice_servers
from framing.live.registry import Line
from framing.live.sample_stream import FPS, SampleStream
from framing.live.session import Session
from framing.page.camera import ATTRIBUTES, line, seat, words
from framing.say import Language


def sample(session: Session, language: Language) -> Line | None:
    """Show the moving sample, whose Start the deck presses; the line to the browser, while there is one.

    Raises SettingsError for a broken FRAMING_ICE_SERVERS.
    """
    stream = _stream(session)
    context = webrtc_streamer(
        key="sample",
        mode=WebRtcMode.RECVONLY,
        rtc_configuration={"iceServers": ice_servers(os.environ)},
        source_video_track=create_video_source_track(stream, key="sample_track", fps=FPS, on_ended=stream.end),
        media_stream_constraints={"video": True, "audio": False},
        video_html_attrs=ATTRIBUTES,
        media_toggle_controls=False,
        translations=words(language, sample=True),
        on_change=lambda: seat("sample", session),
    )
    return line(context)


def _stream(session: Session) -> SampleStream:
    """The one stream of that session: a second one, made when the script runs again, would restart the sample."""
    stream = st.session_state.get("sample_stream")
    if isinstance(stream, SampleStream):
        if stream.session is session:
            return stream
        stream.end()  # its session was closed, and no frame will be asked of it any more
    stream = st.session_state.sample_stream = SampleStream(session)
    return stream
