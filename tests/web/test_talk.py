"""How a connection of a page ends, whichever page it is of."""

import asyncio
from typing import Any

import pytest
from starlette.websockets import WebSocket

from framing.web.push import PUSH_ROUTE
from framing.web.school import SCHOOL_ROUTES
from framing.web.school_study import STUDY_ROUTE
from framing.web.talk import UNKNOWN

LINES = [
    *(route for route in SCHOOL_ROUTES if getattr(route, "path", "") == "/guide/school"), PUSH_ROUTE, STUDY_ROUTE,
]  # fmt: skip


@pytest.mark.parametrize("route", LINES, ids=lambda route: route.path)
def test_a_page_that_was_given_up_before_it_is_told_why_is_no_error(route: Any) -> None:
    sent: list[str] = []

    async def receive() -> dict[str, str]:
        return {"type": "websocket.receive", "text": "nobody's"} if sent else {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message["type"])
        if message["type"] == "websocket.close":
            assert message["code"] == UNKNOWN.code
            raise RuntimeError("Cannot call send once a close message has been sent.")

    scope = {"type": "websocket", "path": route.path, "headers": [], "subprotocols": [], "query_string": b""}
    asyncio.run(route.endpoint(WebSocket(scope, receive, send)))
    assert sent == ["websocket.accept", "websocket.close"]
