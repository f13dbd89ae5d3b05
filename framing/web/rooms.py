"""The rooms of this server, and their addresses."""

from __future__ import annotations

import os
import time
from functools import cache

from starlette.routing import BaseRoute, Route, WebSocketRoute

from framing.carriers.webrtc.ice import ice_for
from framing.hub.box import Box, Memory
from framing.hub.hub import Hub
from framing.hub.key import room_key
from framing.page.base import address
from framing.pictures.store import PICTURES, Store
from framing.session.registry import REGISTRY, Registry
from framing.web.room import RoomSockets
from framing.web.room_downloads import RoomDownloads
from framing.web.room_files import RoomFiles
from framing.web.room_guides import Guides
from framing.web.room_models import Ice
from framing.web.room_pages import RoomPages
from framing.web.room_words import Speech


def room_routes(hub: Hub, box: Box, registry: Registry = REGISTRY, store: Store = PICTURES) -> list[BaseRoute]:
    """The addresses of the rooms that this hub knows."""
    Guides(hub, registry)
    pages, files, downloads = RoomPages(hub), RoomFiles(hub, box, registry, store), RoomDownloads(hub, box)
    return [
        WebSocketRoute(address("/guide/room"), RoomSockets(hub, files).serve),
        Route(address("/guide/rooms"), pages.open, methods=["POST"]),
        Route(address("/guide/rooms/qr"), pages.links, methods=["POST"]),
        Route(address("/guide/room/originals/{id}"), downloads.original),
        Route(address("/guide/room/zip"), downloads.zip),
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


ROOM_ROUTES = room_routes(hub(), Memory())
"""For the app's list of routes."""
