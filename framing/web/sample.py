"""The sample as the page draws it: one large picture, and the way that a camera takes over it."""

from __future__ import annotations

from dataclasses import astuple
from functools import cache
from io import BytesIO

from PIL import Image as Pillow
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from framing.page.base import address
from framing.sample import FPS, STOPS, scenery
from framing.scenery import HEIGHT, WIDTH

_KEPT = {"Cache-Control": "no-cache"}


def picture(_: Request) -> Response:
    """The photograph among its surroundings, as a JPEG."""
    return Response(_jpeg(), media_type="image/jpeg", headers=_KEPT)


def path(_: Request) -> JSONResponse:
    """Where the camera is when: `stops` of seconds, x, y, height, degrees and stops of exposure.

    Places are in heights of the photograph, which begins `side` and `above` pixels inside the picture and is `size`
    pixels high; the camera gives `width` x `height` pixels `fps` times a second.
    """
    held = scenery()
    stops = [[seconds, *astuple(camera)] for seconds, camera in STOPS]
    size = {"side": held.side, "above": held.above, "size": held.size, "width": WIDTH, "height": HEIGHT, "fps": FPS}
    return JSONResponse({"stops": stops, **size}, headers=_KEPT)


@cache
def _jpeg() -> bytes:
    data = BytesIO()
    Pillow.fromarray(scenery().pixels).save(data, "JPEG", quality=92, subsampling="4:4:4")
    return data.getvalue()


SAMPLE_ROUTES = [Route(address("/guide/sample.jpg"), picture), Route(address("/guide/sample.json"), path)]
"""For the app's list of routes."""
