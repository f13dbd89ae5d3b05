"""The camera alone, its frames sent straight back: what the bench holds the guide's page against."""

from __future__ import annotations

import streamlit as st

from framing.carriers.webrtc import transport
from framing.lab.rigs.unguided import Unguided
from framing.page.camera import camera

transport.prepare()
with st.container(key="camera"):
    camera(Unguided())
