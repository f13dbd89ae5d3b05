"""The address at which the page's JavaScript fetches a learning card when a reading or a reason is tapped.

`?lang=de` asks for its words in German; without it they are English.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from framing.errors import FramingError
from framing.page.base import address
from framing.page.cards import card
from framing.say.language import SOURCE


async def answer(request: Request) -> JSONResponse:
    """The card named in the path as JSON; for an unknown name or language 404 and {"error": a sentence}."""
    try:
        return JSONResponse(card(request.path_params["name"], request.query_params.get("lang", SOURCE)))
    except FramingError as error:
        return JSONResponse({"error": str(error)}, status_code=404)


CARD_ROUTE = Route(address("/guide/cards/{name}"), answer)
"""For the app's list of routes."""
