"""A photograph instead of the camera: judged by the same chain, with the crop that its use would want."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from html import escape
from pathlib import PurePath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from framing.crop import Crop, suggest
from framing.errors import FramingError
from framing.guide import guide
from framing.overlay.drawings import drawings
from framing.page.panel import panel
from framing.page.told import told
from framing.perceive import Eyes
from framing.shot import jpeg
from framing.still import annotated, cropped, open_photo, upright
from framing.types import Absent, Frame, Preset, Scene, Severity, Viewer


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A photograph and what the eyes found in it: the slow part, done once whatever use is chosen."""

    frame: Frame
    scene: Scene
    data: bytes  # the file, or the turned picture where that lay on its side
    turned: bool


def uploader() -> list[UploadedFile]:
    """Where photographs are dropped; the deck hands those that fall elsewhere on the page to it."""
    return st.file_uploader(
        "Drop photographs here: JPEG, PNG, WebP or TIFF, up to 50 megapixels. They stay on this machine.",
        accept_multiple_files=True,
        key="photographs",
    )


def judged(files: Sequence[UploadedFile], preset: Preset) -> None:
    """Each photograph with its marks, its verdict and its crop; what cannot be read is named and the rest go on."""
    st.session_state.judged_for = preset.name
    if not files:
        st.caption("Nothing dropped yet. Each photograph gets its verdict, its reasons and the crop for the use above.")
    seen = _look_at_all(files)
    for file in files:
        found = seen[file.file_id]
        if isinstance(found, str):
            st.html(f'<section class="fg-card" role="alert"><b>{escape(file.name)}</b><p>{escape(found)}</p></section>')
        else:
            _one(file, found, preset)


def _look_at_all(files: Sequence[UploadedFile]) -> dict[str, Seen | str]:
    """What was seen in each file, or why nothing could be; only new files are looked at, and one sees how far it is."""
    known: dict[str, Seen | str] = st.session_state.get("seen", {})
    fresh = [file for file in files if file.file_id not in known]
    if fresh:
        from framing.perceive.still_eyes import StillEyes  # mediapipe takes a second: not while the page opens

        progress = st.progress(0.0, "Opening the eyes")
        with closing(StillEyes()) as eyes:
            for number, file in enumerate(fresh):
                progress.progress(number / len(fresh), f"Looking at {file.name}, {number + 1} of {len(fresh)}")
                try:
                    known[file.file_id] = _look_at(file.getvalue(), file.name, eyes)
                except FramingError as error:
                    known[file.file_id] = str(error)
        progress.empty()
    st.session_state.seen = {file.file_id: known[file.file_id] for file in files}
    return known


def _look_at(data: bytes, name: str, eyes: Eyes) -> Seen:
    """The photograph and what is in it, turned upright where it lay on its side."""
    frame = open_photo(data, name)
    scene = eyes.see(frame)
    if not scene.quarter_turns:
        return Seen(frame, scene, data, turned=False)
    data = upright(data, name, scene.quarter_turns)
    frame = open_photo(data, name)
    return Seen(frame, eyes.see(frame), data, turned=True)


def _one(file: UploadedFile, seen: Seen, preset: Preset) -> None:
    guidance = guide(seen.scene, preset, Viewer.STILL)
    with st.container(border=True):
        st.subheader(file.name, anchor=False)
        picture, words, crop = st.columns([1.0, 1.05, 0.75], gap="medium")
        with picture:
            if seen.turned:
                _as_turned(file, seen)
            st.image(jpeg(annotated(seen.frame, seen.scene, guidance)), alt=f"{file.name} with the guide's marks")
            for cue in guidance.cues[:4]:
                sign = "▲" if cue.severity is Severity.ERROR else "△"
                st.markdown(f"{sign} **{cue.text}**  \n:gray[{cue.because}]")
        with words:
            said = told(guidance, drawings(seen.scene, guidance, Viewer.STILL))
            panel(said, key=f"panel-{file.file_id}", layout="still")
        with crop:
            _crop(file, seen, preset)


def _as_turned(file: UploadedFile, seen: Seen) -> None:
    st.caption("It lay on its side or upside down. It is shown and judged turned: save it turned.")
    name = f"{PurePath(file.name).stem}_upright.jpg"
    st.download_button("Download it turned", seen.data, name, "image/jpeg", key=f"turned-{file.file_id}")


def _crop(file: UploadedFile, seen: Seen, preset: Preset) -> None:
    found = suggest(seen.scene, seen.frame.viewfinder, preset)
    if isinstance(found, Absent):
        st.caption(f"{found.why}.")
        return
    data = cropped(seen.data, file.name, found.window, seen.frame.viewfinder, preset)
    words = f"Crop for {preset.title}, {preset.pixels[0]} × {preset.pixels[1]} pixels"
    st.image(data, caption=words, alt=words)
    st.caption(_missing(found))
    name = f"{PurePath(file.name).stem}_{preset.name}.jpg"
    st.download_button("Download the crop", data, name, "image/jpeg", key=f"crop-{file.file_id}", width="stretch")


def _missing(crop: Crop) -> str:
    if not crop.missed:
        return "It meets every crop band of this use."
    return "No crop of this picture brings these into band: " + "; ".join(j.because for j in crop.missed) + "."
