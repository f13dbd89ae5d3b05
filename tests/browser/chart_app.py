"""A page with a chart behind the guide's own gate, for the test of its policy."""

import streamlit as st

from framing.web.gate import GATE

app = st.App("chart_page.py", middleware=[GATE])
