"""The entry, `streamlit run app.py`. Streamlit finds the app by its syntax, so it stays one literal line."""

import streamlit as st

from framing.page.card_route import CARD_ROUTE
from framing.web.gate import GATE

app = st.App("framing/page/main.py", routes=[CARD_ROUTE], middleware=[GATE])
