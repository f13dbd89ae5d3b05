"""The rooms of this server, and their addresses."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from framing.carriers.webrtc.ice import ice_for
from framing.errors import SettingsError
from framing.hub.address import REDIS_URL
from framing.hub.box import Box, box, limit
from framing.hub.hub import Hub
from framing.hub.key import ROOM_KEY, room_key
from framing.hub.shared import Shared, SharedBox, connected
from framing.page.base import address
from framing.pictures.store import PICTURES, Store
from framing.say import translate
from framing.session.registry import REGISTRY, Registry
from framing.types.message import filled
from framing.web.answers import refused
from framing.web.asking import wished
from framing.web.room import RoomSockets
from framing.web.room_downloads import RoomDownloads
from framing.web.room_files import RoomFiles
from framing.web.room_guides import Guides
from framing.web.room_lessons import RoomLessons
from framing.web.room_models import Ice
from framing.web.room_pages import RoomPages
from framing.web.room_pins import RoomPins
from framing.web.room_school import RoomSchool
from framing.web.room_scores import RoomScores
from framing.web.room_words import Speech

_OPEN = "/guide/rooms"


def room_routes(hub: Hub, box: Box, registry: Registry = REGISTRY, store: Store = PICTURES) -> list[BaseRoute]:
    """The addresses of the rooms that this hub knows."""
    pins, scores = RoomPins(box), RoomScores(box)
    Guides(hub, registry, RoomLessons(hub, registry, pins, scores).corrected)
    pages, files, downloads = RoomPages(hub), RoomFiles(hub, box, registry, store), RoomDownloads(hub, box)
    school = RoomSchool(hub, pins, scores)
    return [
        WebSocketRoute(address("/guide/room"), RoomSockets(hub, files).serve),
        Route(address(_OPEN), pages.open, methods=["POST"]),
        Route(address(f"{_OPEN}/qr"), pages.links, methods=["POST"]),
        Route(address("/guide/room/originals/{id}"), downloads.original),
        Route(address("/guide/room/zip"), downloads.zip),
        *school.routes(),
    ]


def chosen_routes(environment: Mapping[str, str]) -> tuple[Hub | None, list[BaseRoute]]:
    """The same as the environment wants it; with settings that make no sense, an address that says so."""
    try:
        hub, box = _chosen(environment)
    except SettingsError as error:
        return None, [Route(address(_OPEN), _told(error), methods=["POST"])]
    return hub, room_routes(hub, box)


def _chosen(environment: Mapping[str, str]) -> tuple[Hub, Box]:
    """Rooms in this process, or in the Redis server that is named; files in a folder where one is named."""
    speech, url = Speech(_ice), environment.get(REDIS_URL, "").strip()
    if environment.get(ROOM_KEY, "").strip():
        room_key(environment)  # a key that is too short is told where a room is opened
    elif url:
        expected = filled("{variable}, the same for all servers that share rooms", variable=ROOM_KEY)
        raise SettingsError(expected, "none", "set it and start the guide again")
    if not url:
        made = speech.hub = Hub(_key, speech)
        return made, box(environment)
    client = connected(url)
    shared = speech.hub = Hub(_key, speech, lambda hub: Shared(client, hub.server, hub.deliver, hub.now))
    return shared, SharedBox(client, limit(environment))


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


def _told(error: SettingsError) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return refused(500, translate(wished(request), error.message))

    return answer


HUB, ROOM_ROUTES = chosen_routes(os.environ)
"""The rooms, None where settings make no sense; and for the app's list of routes."""
