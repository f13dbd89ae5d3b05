"""The panel alone, told of one made-up sitter after another: the page that panel_app.py serves."""

from dataclasses import replace

import streamlit as st

from framing.guide import guide
from framing.overlay.drawings import drawings
from framing.page.assets import FOLDER
from framing.page.panel import panel
from framing.page.payload import panel_live
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.say import ENGLISH, say
from framing.types import Cheeks, Light, LitFace, Scene, Viewer


def lit_hard(scene: Scene) -> Scene:
    """The same sitter lit from their left and from below."""
    assert isinstance(scene.lit_face, LitFace)
    return replace(scene, lit_face=replace(scene.lit_face, cheeks=Cheeks(0.04, 0.4), light=Light(2.5, -2.0, 0.9)))


SCENES = {
    "near": sitter(),
    "far": sitter(face_height=0.09, roll=18.0),
    "askew": lit_hard(sitter(x=0.1, eye_line=0.2, yaw=-32.0, roll=-25.0, shoulder_tilt=14.0)),
    "nobody": empty_room(),
}

st.set_page_config(layout="wide")
st.html(FOLDER / "page.css")
live = st.query_params.get("layout") != "still"
with st.container(key="scenes", horizontal=True):
    for name in SCENES:
        if st.button(name):
            st.session_state.scene = name
scene = SCENES[st.session_state.get("scene", "near")]
seen = guide(scene, find("headshot"))
with st.container(key="stage" if live else "review"):
    data = panel_live(say(seen, Viewer.FRONT), drawings(scene, seen, Viewer.FRONT))
    panel(data, key="panel", layout="live" if live else "still", language=ENGLISH)
