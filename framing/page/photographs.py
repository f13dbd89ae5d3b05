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
from framing.page.figures import labelled
from framing.page.panel import panel
from framing.page.plain import plain
from framing.page.told import told, why
from framing.shot import jpeg
from framing.still import annotated, cropped, open_photo
from framing.types import Absent, Frame, Preset, Scene, Severity, Viewer


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A photograph and what the eyes found in it: the slow part, done once whatever use is chosen."""

    frame: Frame
    scene: Scene


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
    place = st.empty()  # kept, or what comes below would change its place, and stand twice for a moment
    if fresh:
        from framing.perceive.still_eyes import StillEyes  # mediapipe takes a second: not while the page opens

        progress = place.progress(0.0, "Opening the eyes")
        with closing(StillEyes()) as eyes:
            for number, file in enumerate(fresh):
                progress.progress(number / len(fresh), f"Looking at photograph {number + 1:d} of {len(fresh):d}")
                try:
                    frame = open_photo(file.getvalue(), file.name)
                    known[file.file_id] = Seen(frame, eyes.see(frame))
                except FramingError as error:
                    known[file.file_id] = str(error)
        progress.empty()
    st.session_state.seen = {file.file_id: known[file.file_id] for file in files}
    return known


def _one(file: UploadedFile, seen: Seen, preset: Preset) -> None:
    guidance = guide(seen.scene, preset, Viewer.STILL)
    with st.container(border=True):
        st.html(plain(file.name, "name"))
        picture, words, crop = st.columns([1.0, 1.05, 0.75], gap="medium")
        with picture:
            st.image(jpeg(annotated(seen.frame, seen.scene, guidance)), alt=f"{file.name} with the guide's marks")
            for cue in guidance.cues[: 1 if guidance.ready else 4]:
                sign = "▲" if cue.severity is Severity.ERROR else "△"
                st.html(plain(f"{sign} {cue.text}", "cue") + plain(why(cue, guidance), "note"))
        with words:
            said = told(guidance, drawings(seen.scene, guidance, Viewer.STILL))
            panel(said, key=f"panel-{file.file_id}", layout="still")
        with crop:
            _crop(file, seen, preset)


def _crop(file: UploadedFile, seen: Seen, preset: Preset) -> None:
    found = suggest(seen.scene, seen.frame.viewfinder, preset)
    if isinstance(found, Absent):
        st.html(plain(f"{found.why}.", "note"))
        return
    data = cropped(file.getvalue(), file.name, found.window, seen.frame.viewfinder, preset)
    words = f"Crop for {preset.title}, {preset.pixels[0]} × {preset.pixels[1]} pixels"
    st.image(data, alt=words)
    st.html(plain(words, "note") + plain(_missing(found), "note"))
    name = f"{PurePath(file.name).stem}_{preset.name}.jpg"
    st.download_button("Download the crop", data, name, "image/jpeg", key=f"crop-{file.file_id}", width="stretch")


def _missing(crop: Crop) -> str:
    if not crop.missed:
        return "It meets every crop band of this use."
    return "No crop of this picture brings these into band: " + "; ".join(labelled(j) for j in crop.missed) + "."
