"""The page of panel_page.py behind the guide's own gate, with the scripts that it imports."""

import streamlit as st

from framing.web.gate import GATE
from framing.web.routes import ROUTES

app = st.App("panel_page.py", routes=ROUTES, middleware=[GATE])
