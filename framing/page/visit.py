"""One open page: its session, its token, and what it has kept. Both outlive the script, which runs again and again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from framing.live.pool import POOL
from framing.live.registry import REGISTRY, Page
from framing.live.seats import shared_seats
from framing.live.session import Session
from framing.live.settings import Settings
from framing.page import deck
from framing.page.kept import KEPT
from framing.page.own import token
from framing.page.review import Roll


@dataclass(frozen=True, eq=False)
class Visit:
    """A page whose connection stands."""

    session: Session
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
    visit = Visit(Session(POOL.open, shared_seats(), Settings()), token())
    context = get_script_run_ctx()
    REGISTRY.enter(visit.session, Page(visit.token, "" if context is None else context.session_id))
    return visit


def roll() -> Roll:
    """What this page has taken and kept, with what it had kept before it was loaded again."""
    mine, told = KEPT.open(token(), Roll), deck.chosen()
    if isinstance(told, Mapping) and isinstance(before := told.get("before"), str):
        KEPT.claim(token(), before)
    return mine
