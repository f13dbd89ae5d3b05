"""The page of chart_app.py."""

import streamlit as st

st.line_chart({"headroom": [0.3, 0.1, 0.2], "tilt": [0.0, 0.2, 0.1]})
st.image("assets/sample.jpg")
