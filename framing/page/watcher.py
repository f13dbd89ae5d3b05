"""The small script in the page that sees what Python cannot: a refused camera, an insecure address, a silent line."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).with_name("watcher.js").read_text("utf-8")


def watch() -> tuple[str, str]:
    """The trouble with the camera as a code and the browser's own words; two empty strings when all is well."""
    component = st.components.v2.component("framing_watcher", js=_SCRIPT)
    result = component(key="watcher", default={"trouble": ""}, on_trouble_change=lambda: None, height=0)
    code, _, detail = (result.trouble or "").partition("\n")
    return code, detail
