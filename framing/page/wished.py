"""The language to speak before the person has chosen one."""

from __future__ import annotations

import streamlit as st

from framing.say.language import LANGUAGES, best

ASKED = "lang"  # http://localhost:8501/?lang=de


def wished() -> str:
    """The code of the language that the page's address names, else of the browser's first wish that can be met."""
    named = st.query_params.get(ASKED)
    return named if named in LANGUAGES else best(st.context.headers.get("Accept-Language") or "")
