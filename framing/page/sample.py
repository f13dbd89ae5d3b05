"""The sample in the camera's place: the same picture and the same guide, and no permission to ask for."""

from __future__ import annotations

import os

from streamlit_webrtc import WebRtcMode, create_video_source_track, webrtc_streamer

from framing.live.environment import ice_servers
from framing.live.sample_stream import FPS, SampleStream
from framing.live.session import Session
from framing.page.camera import ATTRIBUTES, WORDS


def sample(session: Session) -> None:
    """Show the moving sample; the deck presses its Start. Raises SettingsError for a broken FRAMING_ICE_SERVERS."""
    webrtc_streamer(
        key="sample",
        mode=WebRtcMode.RECVONLY,
        rtc_configuration={"iceServers": ice_servers(os.environ)},
        source_video_track=create_video_source_track(SampleStream(session), key="sample_track", fps=FPS),
        media_stream_constraints={"video": True, "audio": False},
        video_html_attrs=ATTRIBUTES,
        media_toggle_controls=False,
        translations={**WORDS, "start": "Start the sample"},
    )
