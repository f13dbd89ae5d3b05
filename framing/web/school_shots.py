"""The pictures of a scorecard: what the guide looked at, cut to the use's viewfinder, as a small JPEG."""

from __future__ import annotations

from base64 import b64encode

from framing.jpeg import small_jpeg
from framing.session.look import Judged

LONGEST = 720  # pixels: twice what the scorecard shows
_QUALITY = 85


def shot(judged: Judged) -> bytes:
    """The part of the picture that is in the viewfinder."""
    view = judged.viewfinder
    left, top, right, bottom = map(round, (view.left, view.top, view.left + view.width, view.top + view.height))
    return small_jpeg(judged.pixels[top:bottom, left:right], LONGEST, _QUALITY)


def data_url(jpeg: bytes) -> str:
    """The picture as an address that holds it: the page asks for no other."""
    return f"data:image/jpeg;base64,{b64encode(jpeg).decode('ascii')}"
