"""The entry, `streamlit run app.py`. Streamlit finds the app by its syntax, so it stays one literal line."""

import streamlit as st

from framing.web.gate import GATE
from framing.web.lifespan import lifespan
from framing.web.routes import ROUTES

app = st.App("framing/page/main.py", routes=ROUTES, middleware=[GATE], lifespan=lifespan)
