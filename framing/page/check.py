"""The page that tries what the guide needs on a visitor's own device: `/?check`, to which /check leads."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from framing.page.assets import component
from framing.page.camera import camera
from framing.page.kept import KEPT
from framing.page.own import token
from framing.page.texts import texts
from framing.page.visit import Visit
from framing.page.wished import wished
from framing.say import language
from framing.session.registry import REGISTRY

ASKED = "check"


def check(visit: Visit) -> None:
    """The page; with a session of its own, so that it takes the same ways to the guide as a sitter's."""
    session, spoken = visit.session, language(wished())
    session.settings = replace(session.settings, language=spoken)
    session.hear()
    with st.container(key="checks"):
        told = {"session": session.token, "token": token(), "room": session.room}
        component("check")(key="check", data={**texts("check", spoken), **told})
        with st.container(key="carrier"):
            REGISTRY.connect(session, camera(visit.stream))
    KEPT.drawn(token())
