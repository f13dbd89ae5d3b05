"""The rooms of this server, and their addresses."""

from __future__ import annotations

import os
import time
from functools import cache

from starlette.routing import BaseRoute, Route, WebSocketRoute

from framing.carriers.webrtc.ice import ice_for
from framing.hub.hub import Hub
from framing.hub.key import room_key
from framing.page.base import address
from framing.web.room import RoomSockets
from framing.web.room_models import Ice
from framing.web.room_pages import RoomPages
from framing.web.room_words import Speech


def room_routes(hub: Hub) -> list[BaseRoute]:
    """The addresses of the rooms that this hub knows."""
    pages = RoomPages(hub)
    return [
        WebSocketRoute(address("/guide/room"), RoomSockets(hub).serve),
        Route(address("/guide/rooms"), pages.open, methods=["POST"]),
        Route(address("/guide/rooms/qr"), pages.links, methods=["POST"]),
    ]


def hub() -> Hub:
    """A hub as the environment wants it."""
    speech = Speech(_ice)
    made = speech.hub = Hub(_key, speech)
    return made


@cache
def _key() -> bytes:
    return room_key(os.environ)


def _ice(name: str) -> tuple[Ice, ...]:
    return tuple(
        Ice(
            urls=(one["urls"],) if isinstance(one["urls"], str) else tuple(one["urls"]),
            username=one.get("username", ""), credential=one.get("credential", ""),
        )
        for one in ice_for(os.environ, name, time.time())
    )  # fmt: skip


ROOM_ROUTES = room_routes(hub())
"""For the app's list of routes."""
