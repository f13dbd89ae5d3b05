"""The entry, `streamlit run app.py`. Streamlit finds the app by its syntax, so it stays one literal line."""

import streamlit as st

from framing.page.card_route import CARD_ROUTE
from framing.page.lifespan import lifespan
from framing.web.gate import GATE
from framing.web.kept import KEPT_ROUTES

app = st.App("framing/page/main.py", routes=[CARD_ROUTE, *KEPT_ROUTES], middleware=[GATE], lifespan=lifespan)
