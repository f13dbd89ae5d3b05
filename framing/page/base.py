"""Where the guide's own addresses lie: below the path at which Streamlit serves the page."""

from __future__ import annotations

import streamlit as st


def address(path: str) -> str:
    """This path of ours, "/guide/...", as the server knows it: after `server.baseUrlPath`, where one is set."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}{path}" if base else path
