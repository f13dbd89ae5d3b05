"""A photograph instead of the camera: judged by the same chain, with the crop that its use would want."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import PurePath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from framing.crop import Offer, offer
from framing.errors import FramingError, unforeseen
from framing.guide import guide
from framing.jpeg import jpeg
from framing.overlay.drawings import drawings
from framing.page.own import download, lazily, ready, shown
from framing.page.panel import panel
from framing.page.payload import panel_live
from framing.page.plain import plain
from framing.perceive import Eyes
from framing.photo import Photo, open_photo
from framing.records.moments import MOMENTS, Moment
from framing.say import Language, say, translate
from framing.say.cues import in_words
from framing.say.readings import labelled
from framing.still import annotated, cropped, upright
from framing.types import Absent, Guidance, Preset, Scene, Severity, Viewer, filled
from framing.verdict.chosen import in_use_or_own


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A photograph and what the eyes found in it: the slow part, done once whatever use is chosen."""

    photo: Photo
    scene: Scene
    data: bytes  # the file, or the turned picture where that lay on its side
    turned: bool


def uploader(language: Language) -> list[UploadedFile]:
    """Where photographs are dropped; the deck hands those that fall elsewhere on the page to it."""
    drop = filled(
        "Drop photographs here or click to choose some: JPEG, PNG, WebP, TIFF, HEIC, AVIF or a camera's raw files, "
        "up to {most:d} MB each. They stay on this machine.",
        most=int(st.get_option("server.maxUploadSize")),
    )
    return st.file_uploader(
        translate(language, drop),
        accept_multiple_files=True,
        key="photographs",
    )


def judged(files: Sequence[UploadedFile], preset: Preset, language: Language) -> None:
    """Each photograph with its marks, its verdict and its crop; what cannot be read is named and the rest go on."""
    st.session_state.judged_for = preset.name
    if not files:
        nothing = "Nothing dropped yet. Each photograph gets its verdict, its reasons and the crop for the use above."
        st.caption(translate(language, nothing))
    seen = _look_at_all(files, language)
    for file in files:
        found = seen[file.file_id]
        if isinstance(found, FramingError):
            words = f"<b>{escape(file.name)}</b><p>{escape(translate(language, found.message))}</p>"
            st.html(f'<section class="fg-card" role="alert">{words}</section>')
        else:
            _one(file, found, preset, language)


def _look_at_all(files: Sequence[UploadedFile], language: Language) -> dict[str, Seen | FramingError]:
    """What was seen in each file, or why nothing could be; only new files are looked at, and one sees how far it is."""
    # Filled as each is looked at: a run that is broken off, by the next file that arrives, is no work lost.
    known: dict[str, Seen | FramingError] = st.session_state.setdefault("seen", {})
    fresh = [file for file in files if file.file_id not in known]
    place = st.empty()  # kept, or what comes below would change its place, and stand twice for a moment
    if fresh:
        from framing.perceive.still_eyes import StillEyes  # mediapipe takes a second: not while the page opens

        progress = place.progress(0.0, translate(language, "Opening the eyes"))
        with closing(StillEyes()) as eyes:
            for number, file in enumerate(fresh):
                at = filled("Looking at photograph {at:d} of {all:d}", at=number + 1, all=len(fresh))
                progress.progress(number / len(fresh), translate(language, at))
                try:
                    known[file.file_id] = _look_at(file.getvalue(), file.name, eyes)
                except Exception as error:  # noqa: BLE001 - one unexpected photograph must not lose the others
                    known[file.file_id] = unforeseen(error, file.name)
        progress.empty()
    st.session_state.seen = {file.file_id: known[file.file_id] for file in files}
    return known


def _look_at(data: bytes, name: str, eyes: Eyes) -> Seen:
    """The photograph and what is in it, turned upright where it lay on its side."""
    photo = open_photo(data, name)
    scene = eyes.see(photo.frame)
    if not scene.quarter_turns:
        return Seen(photo, scene, data, turned=False)
    data = upright(data, name, scene.quarter_turns)
    photo = open_photo(data, name)
    return Seen(photo, eyes.see(photo.frame), data, turned=True)


def _remembered(file: UploadedFile, seen: Seen, guidance: Guidance) -> str:
    """The name under which what is said of it is remembered, so that it may be seen otherwise."""
    use = "" if guidance.preset is None else guidance.preset.name
    known = st.session_state.setdefault("moments", {})
    name = known.get((file.file_id, use), "")
    if MOMENTS.find(name) is None:
        source, pixels = sha256(seen.data).hexdigest()[:16], seen.photo.frame.pixels
        name = known[file.file_id, use] = MOMENTS.hold(Moment(guidance, source, lambda: jpeg(pixels)))
    return str(name)


def _one(file: UploadedFile, seen: Seen, preset: Preset, language: Language) -> None:
    guidance = guide(seen.scene, preset, in_use_or_own(os.environ)[0])
    with st.container(border=True):
        st.html(plain(file.name, "name"))
        picture, words, crop = st.columns([1.0, 1.05, 0.75], gap="medium")
        with picture:
            if seen.turned:
                _as_turned(file, seen, language)
            marked = lazily(lambda: jpeg(annotated(seen.photo.frame, seen.scene, guidance, language)), file.name)
            alt = translate(language, filled("{name} with the guide's marks", name=file.name))
            shown(marked, f"marked-{file.file_id}-{preset.name}-{language.code}", alt, language)
            for cue in guidance.cues[: 1 if guidance.ready else 4]:
                sign = "▲" if cue.severity is Severity.ERROR else "△"
                asked = f"{sign} {in_words(cue, Viewer.STILL, language)}"
                st.html(plain(asked, "cue") + plain(labelled(cue.judgement, language), "note"))
        with words:
            told = say(guidance, Viewer.STILL, language)
            said = panel_live(told, drawings(seen.scene, guidance, Viewer.STILL))
            moment = _remembered(file, seen, guidance)
            panel(said, key=f"panel-{file.file_id}", layout="still", language=language, moment=moment)
        with crop:
            _crop(file, seen, preset, language)


def _as_turned(file: UploadedFile, seen: Seen, language: Language) -> None:
    lay = "It lay on its side or upside down. It is shown and judged turned: save it turned."
    st.caption(translate(language, lay))
    name = f"{PurePath(file.name).stem}_upright.jpg"
    label = translate(language, "Download it turned")
    download(ready(seen.data, name), f"turned-{file.file_id}", label, language)


def _crop(file: UploadedFile, seen: Seen, preset: Preset, language: Language) -> None:
    photo = seen.photo
    found = offer(seen.scene, photo.frame.viewfinder, photo.size, preset)
    if isinstance(found, Absent):
        none = filled("No crop for {use}. {why}.", use=preset.title, why=found.why)
        st.html(plain(translate(language, none), "note"))
        return
    try:
        data = cropped(seen.data, file.name, photo.size, found.delivery)
    except FramingError as error:
        st.html(plain(translate(language, error.message), "note"))
        return
    words = translate(language, filled("Crop for {use}: {words}", use=preset.title, words=found.delivery.words))
    name = f"{PurePath(file.name).stem}_{preset.name}.jpg"
    label = translate(language, "Download the crop")
    shown(ready(data, name), f"crop-{file.file_id}-{preset.name}", words, language, caption=words, label=label)
    st.html(plain(_missing(found, language), "note"))


def _missing(crop: Offer, language: Language) -> str:
    if not crop.missed:
        return translate(language, "It meets every crop band of this use.")
    missed = "; ".join(labelled(j, language) for j in crop.missed)
    return translate(language, filled("No crop of this picture brings these into band: {missed}.", missed=missed))
