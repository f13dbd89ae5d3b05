"""The pictures of a scorecard: what the guide looked at, cut to the use's viewfinder, as a small JPEG."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from PIL import Image as Pillow

from framing.session.look import Judged

LONGEST = 720  # pixels: twice what the scorecard shows
_QUALITY = 85


def shot(judged: Judged) -> bytes:
    """The part of the picture that is in the viewfinder."""
    view = judged.viewfinder
    left, top, right, bottom = map(round, (view.left, view.top, view.left + view.width, view.top + view.height))
    picture = Pillow.fromarray(judged.pixels).crop((left, top, right, bottom))
    picture.thumbnail((LONGEST, LONGEST), Pillow.Resampling.LANCZOS)
    data = BytesIO()
    picture.save(data, "JPEG", quality=_QUALITY)
    return data.getvalue()


def data_url(jpeg: bytes) -> str:
    """The picture as an address that holds it: the page asks for no other."""
    return f"data:image/jpeg;base64,{b64encode(jpeg).decode('ascii')}"
