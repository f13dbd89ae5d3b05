"""/check, an address that can be told by word of mouth."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from framing.page.base import address


async def check(request: Request) -> RedirectResponse:
    """To the page that tries the visitor's device, with what else the address asked for, such as ?lang=de."""
    query = urlencode([("check", "1"), *request.query_params.multi_items()])
    return RedirectResponse(f"./?{query}", headers={"Cache-Control": "no-store"})  # relative: a proxy may add a path


CHECK_ROUTE = Route(address("/check"), check)
"""For the app's list of routes."""
