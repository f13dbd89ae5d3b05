"""The panel: verdict, reasons and checklist as one element that moves with its data instead of being drawn anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from framing.page.assets import read

Layout = Literal["live", "still"]


def panel(data: Mapping[str, object], key: str, layout: Layout) -> None:
    """Show `told(guidance)`: beside the camera, where its blocks stand in the page's own grid, or by itself."""
    component = st.components.v2.component(
        "framing_panel",
        html=read("panel.html"),
        css=read("panel.css"),
        js=read("dom.js", "lesson.js", "panel.js"),
    )
    component(key=key, data={**data, "layout": layout})
