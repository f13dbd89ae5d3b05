"""The guide as it is, except that it reads the number that a fake camera writes into each picture.

Pictures that come by WebRTC carry no number of their own, so that nobody could say how old a look is.
"""

import streamlit as st

from framing.lab.rigs.fake_camera import number
from framing.page.lifespan import lifespan
from framing.session.session import Session
from framing.types import Image
from framing.web.gate import GATE
from framing.web.routes import ROUTES

_offer = Session.offer


def offer(session: Session, pixels: Image, moment: float, own: int = 0) -> bool:
    """As the session's own, with the number that stands in the picture where its carrier has none."""
    return _offer(session, pixels, moment, own or number(pixels))


Session.offer = offer  # type: ignore[method-assign, assignment]
app = st.App("../../page/main.py", routes=ROUTES, middleware=[GATE], lifespan=lifespan)
