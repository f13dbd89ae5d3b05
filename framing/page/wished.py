"""The language to speak before the person has chosen one."""

from __future__ import annotations

import os

import streamlit as st

from framing.say import pseudo
from framing.say.language import best
from framing.say.offered import offered

ASKED = "lang"  # http://localhost:8501/?lang=de


def wished() -> str:
    """The code of the language that the page's address names, else of the browser's first wish that can be met here."""
    named, among = st.query_params.get(ASKED), offered(os.environ)
    return named if named in (*among, pseudo.CODE) else best(st.context.headers.get("Accept-Language") or "", among)
