"""The addresses behind which a page's own pictures stand, and where it says goodbye."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framing.page.base import address
from framing.page.kept import KEPT
from framing.session.registry import REGISTRY

TOKEN = "X-Framing-Page"  # a header, not a cookie: no other page can make a browser send it  # noqa: S105
_LONGEST = 64  # bytes of a goodbye


async def own(request: Request) -> Response:
    """The file of that name, for the page whose token the request carries; 404 for everyone and everything else."""
    file = KEPT.file(request.headers.get(TOKEN, ""), request.path_params["name"])
    if file is None:
        return Response(status_code=404, headers={"Cache-Control": "no-store"})
    data = await run_in_threadpool(file.make)
    return Response(data, media_type=file.media_type, headers={"Cache-Control": "no-store"})


async def goodbye(request: Request) -> Response:
    """204, whatever was sent; the page whose token it is has been closed."""
    token = b""
    async for part in request.stream():
        token += part
        if len(token) > _LONGEST:
            return Response(status_code=204)
    name = token.decode("ascii", "replace")
    KEPT.goodbye(name)
    REGISTRY.goodbye(name)
    return Response(status_code=204)


KEPT_ROUTES = [
    Route(address("/guide/kept/{name}"), own),
    Route(address("/guide/goodbye"), goodbye, methods=["POST"]),
]
"""For the app's list of routes."""
