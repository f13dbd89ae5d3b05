"""The entry, `streamlit run app.py`. Streamlit finds the app by its syntax, so it stays one literal line."""

import streamlit as st

app = st.App("framing/page/main.py")
