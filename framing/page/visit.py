"""One open page: its session, its token, and what it has kept. Both outlive the script, which runs again and again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from framing.carriers.webrtc.stream import Guided
from framing.page import deck
from framing.page.kept import KEPT
from framing.page.own import token
from framing.page.review import Roll
from framing.session.pool import POOL
from framing.session.registry import REGISTRY, Page
from framing.session.seats import shared_seats
from framing.session.session import Session


@dataclass(frozen=True, eq=False)
class Visit:
    """A page whose connection stands: its session, and the camera's frames on their way through it."""

    session: Session
    stream: Guided
    token: str

    def lose(self) -> None:
        """The connection has gone: of the page only what it has kept stays, for a while."""
        self.session.close()
        KEPT.lost(self.token)


def _stands(visit: Visit) -> bool:
    return not visit.session.closed


@st.cache_resource(scope="session", validate=_stands, on_release=Visit.lose, show_spinner=False)
def this_visit() -> Visit:
    """The visit of this open page: Streamlit ends it when the page goes; one that comes back begins another."""
    session = Session(POOL.open, shared_seats())
    POOL.warm()  # while the page is read, so that the first cue comes at once
    context = get_script_run_ctx()
    REGISTRY.enter(session, Page(token(), "" if context is None else context.session_id))
    return Visit(session, Guided(session), token())


def roll() -> Roll:
    """What this page has taken and kept, with what it had kept before it was loaded again."""
    mine, told = KEPT.open(token(), Roll), deck.chosen()
    if isinstance(told, Mapping) and isinstance(before := told.get("before"), str):
        KEPT.claim(token(), before)
    return mine
