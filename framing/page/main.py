"""The page: the picture, round it the deck, beside it what the guide says. Streamlit runs it top to bottom."""

from __future__ import annotations

import os
from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

from framing.carriers.webrtc import transport
from framing.errors import FramingError
from framing.page.asked import asked, distance
from framing.page.assets import FOLDER
from framing.page.camera import camera
from framing.page.check import ASKED, check
from framing.page.choices import Choices, choices
from framing.page.deck import chosen, deck, deck_data
from framing.page.kept import KEPT
from framing.page.own import token
from framing.page.panel import panel
from framing.page.photographs import judged, uploader
from framing.page.review import review
from framing.page.visit import Visit, this_visit
from framing.page.wished import wished
from framing.presets.catalogue import Catalogue, catalogue
from framing.say import language, translate
from framing.say.offered import offered
from framing.session.house import by_the_house
from framing.session.registry import REGISTRY
from framing.session.seats import Seats, shared_seats
from framing.session.session import Session
from framing.session.settings import Settings
from framing.types import Message, counted

ICON = Path(__file__).with_name("icon.svg")


def page() -> None:
    """The whole page; a setting that makes no sense becomes a sentence."""
    st.set_page_config(page_title="Framing guide", page_icon=str(ICON), layout="wide")
    st.html(FOLDER / "page.css")
    try:
        transport.prepare()
        if ASKED in st.query_params:
            check(this_visit())
        else:
            guided(shared_seats(), this_visit())
    except FramingError as error:
        spoken = language(wished())
        what = translate(spoken, "The guide cannot start with these settings.")
        words = f"<b>{escape(what)}</b><p>{escape(translate(spoken, error.message))}</p>"
        st.html(f'<section class="fg-card" role="alert" dir="auto">{words}</section>')


def guided(seats: Seats, visit: Visit) -> None:
    """The page once its settings make sense. The style sheet gives each piece its place."""
    uses, session = catalogue(os.environ), visit.session
    wanted = choices(chosen(), uses.presets, wished(), offered(os.environ))
    session.settings = _settings(wanted, uses)
    session.hear()
    spoken = session.settings.language
    st.session_state.setdefault("answered", {})  # when what the scripts asked for was last done
    room = session.room
    with st.container(key="stage"):
        pieces(session, seats, (wanted.mode, wanted.language), room)
        with st.container(key="photos"):
            files = uploader(spoken)
        if wanted.mode == "photos":
            with st.container(key="judged"):
                judged(files, uses.presets[wanted.use], spoken)
        elif room:
            with st.container(key="carrier"):
                REGISTRY.connect(session, camera(visit.stream))
    KEPT.drawn(token())


# A fragment, for what is chosen on deck and panel must not run the camera again. Each look reaches them by themselves,
# over the session's own line (`framing.web.push`): this runs when the person has done something.
@st.fragment
def pieces(session: Session, seats: Seats, drawn: tuple[str, str], room: bool) -> None:
    """Deck, review and panel, and what is asked for on them; what concerns more than the two starts the page over.

    `drawn` are the mode and the language in which the rest of the page stands.
    """
    if session.closed:
        st.rerun()
    uses = catalogue(os.environ)
    wanted = choices(chosen(), uses.presets, wished(), offered(os.environ))
    session.settings = _settings(wanted, uses)
    answer = deck(deck_data(wanted, uses, session, _beside(seats, session, room=room)))
    review(uses, session.token, session.settings.language)
    if drawn[0] != "photos":
        spoken = session.settings.language
        _learn(panel(None, key="panel", layout="live", language=spoken, session=session.token), session)
    if asked(answer, "refresh", st.session_state.answered):
        st.rerun()
    another = (wanted.mode, wanted.language) != drawn
    if another or (wanted.mode == "photos" and wanted.use != st.session_state.get("judged_for", wanted.use)):
        st.rerun()


def _learn(told: object, session: Session) -> None:
    """Do what the panel asks for: learn how the sitter looks at rest, or what the camera sees at a known distance."""
    if asked(told, "look", st.session_state.answered):
        session.look_into_lens()
    if (away := distance(told)) is not None:
        found = session.focal_at(away)
        if isinstance(found, float) or not isinstance(st.session_state.get("focal"), float):
            st.session_state.focal = found  # with no face just now, what was learnt before stands
            session.settings = replace(session.settings, focal=found)


def _settings(wanted: Choices, uses: Catalogue) -> Settings:
    """What the session is to go by: what was chosen, and what was learnt of the camera since."""
    settings = by_the_house(wanted.settings(uses.presets), os.environ)
    return replace(settings, focal=st.session_state.get("focal", settings.focal))


def _beside(seats: Seats, session: Session, *, room: bool) -> dict[str, object]:
    """What the deck shows of this page: whether it has a place, and by which token it says goodbye."""
    spoken = session.settings.language
    taken = counted(
        "The guide is busy: it looks after one person at a time, and every place is taken.",
        "The guide is busy: it looks after {people:d} people at a time, and every place is taken.", people=seats.limit,
    )  # fmt: skip
    stay: Message = "Leave this page open; it goes on by itself as soon as a place is free."
    notice = translate(spoken, taken), translate(spoken, stay)
    return {"room": room, "token": token(), "notice": None if room else notice}


page()
