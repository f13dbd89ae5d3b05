"""The addresses at which a coach opens a room and gets its links."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import segno
from starlette.requests import Request
from starlette.responses import Response

from framing.errors import HubError
from framing.hub.hub import Hub
from framing.presets import catalogue
from framing.room.letters import Step
from framing.room.sentences import OTHER_PAGE, UNKNOWN_USE, WHY
from framing.room.tokens import LONGEST, Right, new_room
from framing.room.values import Room
from framing.say import Language, translate
from framing.web.answers import refused, said
from framing.web.asking import answered, by_kind, wished
from framing.web.bodies import told
from framing.web.room_models import OpenRoom, RoomLinks, RoomOpened

ROOM = "X-Framing-Room"  # a header, not a cookie: no other page can make a browser send it


class RoomPages:
    """Answers to those who open rooms."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def open(self, request: Request) -> Response:
        """A new room and its links."""
        spoken = wished(request)
        return await answered(self._opened(request, spoken), spoken, by_kind(spoken, {HubError: 503}))

    async def _opened(self, request: Request, spoken: Language) -> Response:
        asked = await told(request, OpenRoom)
        if asked.use not in catalogue(os.environ).presets:
            return refused(422, translate(spoken, UNKNOWN_USE))
        if not _own(request, asked.base):
            return refused(422, translate(spoken, OTHER_PAGE))
        now = self._hub.now()
        id, closes = new_room(), float(int(now + LONGEST))  # noqa: A001 - the field's name
        room = Room(id, closes, asked.name, asked.use, stirred=now)
        await self._hub.rooms.change(id, lambda there: Step(room) if there is None else None)
        self._hub.wake()
        return said(self._links(id, closes, asked.base))

    async def links(self, request: Request) -> Response:
        """The links of a room, to its coach; all others are told that there is none."""
        spoken = wished(request)
        return await answered(self._again(request, spoken), spoken, by_kind(spoken, {}))

    async def _again(self, request: Request, spoken: Language) -> Response:
        id, token, _ = parts(request)  # noqa: A001
        right = self._hub.right(id, token)
        if right is None or right.role != "coach":
            return refused(404, translate(spoken, WHY["stale"]))
        asked = await told(request, RoomLinks)
        if not _own(request, asked.base):
            return refused(422, translate(spoken, OTHER_PAGE))
        return said(self._links(id, right.closes, asked.base))

    def _links(self, id: str, closes: float, base: str) -> RoomOpened:  # noqa: A002
        coach, sitter, watcher = (
            self._hub.token(id, Right(role, closes)) for role in ("coach", "sitter", "watcher")
        )  # fmt: skip
        return RoomOpened(
            id=id, coach=coach, sitter=sitter, watcher=watcher, closes=closes,
            qr_sitter=_qr(f"{base}#room={id}.{sitter}"), qr_watcher=_qr(f"{base}room#{id}.{watcher}"),
        )  # fmt: skip


def parts(request: Request) -> tuple[str, str, str]:
    """Room, token and badge of the header; empty where they are missing."""
    room, _, rest = request.headers.get(ROOM, "").partition(".")
    token, _, badge = rest.partition(".")
    return room, token, badge


def _own(request: Request, base: str) -> bool:
    """Whether that address is of the page that asks; the gate has seen to it that the page is the guide's."""
    origin = request.headers.get("Origin")
    place = urlsplit(base)
    return origin is None or origin == f"{place.scheme}://{place.netloc}"


def _qr(address: str) -> str:
    """The address as a drawing to be scanned, dark on white whatever the page is."""
    code = segno.make_qr(address, error="m")
    return code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True)
