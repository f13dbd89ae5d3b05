"""The page's own HTML, style sheets and scripts: plain files that need no build step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).parents[2] / "assets" / "guide"

# Streamlit imports a component's script from a `blob:` address, to which no import can be relative. So it is only this,
# and the modules come from the server, below the page's own address. It must have more than one line: Streamlit takes
# a text of one line for the name of a file.
_BOOTSTRAP = """\
const {{ default: component }} = await import(new URL("guide/scripts/{name}.js", document.baseURI).href);
export default component;
"""


def component(name: str, *beside: str) -> Any:
    """The Streamlit component of assets/guide/<name>.html, .css and .js, to be called with its data.

    `beside` are names of further HTML and style sheets in it, whose scripts its own script imports.
    """
    html, css = ("".join(_read(f"{part}.{kind}") for part in (name, *beside)) for kind in ("html", "css"))
    return st.components.v2.component(f"framing_{name}", html=html, css=css, js=_BOOTSTRAP.format(name=name))


def _read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")
