"""The address at which the page's scripts stand: ES modules that import each other by their plain names."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framing.page.assets import FOLDER
from framing.page.base import address


async def script(request: Request) -> Response:
    """The module of that name; 304 where the browser already has what the file holds now, 404 for any other name.

    Browsers keep a module and ask each time the page is loaded whether it has changed: a changed file needs a reload
    and no restart.
    """
    path = next((p for p in FOLDER.glob("*.js") if p.name == request.path_params["name"]), None)
    if path is None:
        return Response(status_code=404, headers={"Cache-Control": "no-store"})
    text = path.read_bytes()
    tag = f'"{hashlib.sha256(text).hexdigest()[:32]}"'
    headers = {"Cache-Control": "no-cache", "ETag": tag}
    if tag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    return Response(text, media_type="text/javascript", headers=headers)


SCRIPT_ROUTE = Route(address("/guide/scripts/{name}"), script)
"""For the app's list of routes."""
