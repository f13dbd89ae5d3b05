"""A picture or a file of this page's own: fetched with its token, so that the address alone is of no use.

Streamlit's images and download buttons stand at an address that anyone may ask for, until minutes after the page.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from framing.page.assets import component
from framing.page.kept import KEPT, File
from framing.page.texts import texts
from framing.say import Language


def shown(file: File, key: str, alt: str, language: Language, *, caption: str = "", label: str = "") -> bool:
    """Show the picture, with a button to download it when there is a label; whether it has just been downloaded."""
    return _show(file, key, language, {"alt": alt, "caption": caption, "label": label, "picture": True})


def download(file: File, key: str, label: str, language: Language) -> bool:
    """Show a button that downloads the file; whether it has just been."""
    return _show(file, key, language, {"label": label, "picture": False})


def ready(data: bytes, name: str) -> File:
    """A JPEG that is already made."""
    return File(name, "image/jpeg", lambda: data)


def lazily(make: Callable[[], bytes], name: str) -> File:
    """A JPEG that is made when the browser asks for it."""
    return File(name, "image/jpeg", make)


def _show(file: File, key: str, language: Language, data: dict[str, object]) -> bool:
    KEPT.put(token(), key, file)
    told = component("own")(
        key=f"own-{key}",
        data={
            "caption": "", "alt": "", **data, **texts("own", language),
            "file": key, "name": file.name, "token": token(),
        },
        on_saved_change=_noted,
    )
    return bool(getattr(told, "saved", None))


def token() -> str:
    """This page's token, the same until it is loaded again."""
    known = st.session_state.get("token")
    if not isinstance(known, str):
        known = st.session_state.token = KEPT.token()
    return known


def _noted() -> None:
    """Nothing is to be done at once: the run that follows reads what was sent."""
