"""The camera alone, its frames sent straight back: what the bench holds the guide's page against."""

from __future__ import annotations

import streamlit as st
from av import VideoFrame

from framing.live import transport
from framing.live.seats import Seats
from framing.live.session import Session
from framing.live.settings import Settings
from framing.page.camera import camera
from framing.perceive.live_eyes import LiveEyes


class Straight(Session):
    """A session that looks at nothing."""

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame as it came."""
        return frame


@st.cache_resource
def straight() -> Straight:
    """The one session of this page."""
    return Straight(LiveEyes, Seats(1), Settings())


transport.prepare()
with st.container(key="camera"):
    camera(straight())
