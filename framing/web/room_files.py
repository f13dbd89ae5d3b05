"""Previews and originals of a room on their way from the sitter to the coach."""

from __future__ import annotations

import asyncio
import base64
from contextlib import suppress

from framing.errors import FramingError, HubError, NoRoom, UploadError, WriteError
from framing.hub.box import Box
from framing.hub.hub import Hub
from framing.hub.line import Line
from framing.pictures.store import Store
from framing.room.asked import Consent, Hold, PictureTaken, Sent
from framing.room.sentences import NOT_WHOLE
from framing.room.values import Room, Taken
from framing.say import translate
from framing.session.registry import Registry
from framing.web.room_models import PictureNews, Refused
from framing.web.room_words import spoken


class RoomFiles:
    """What of the pictures of rooms is on this server; none that is held back, or of a room that is over."""

    def __init__(self, hub: Hub, box: Box, registry: Registry, store: Store) -> None:
        self._hub, self._box, self._registry, self._store = hub, box, registry, store
        self._tasks: set[asyncio.Task[None]] = set()
        hub.ended.append(self._ended)

    async def welcome(self, line: Line, id: str) -> None:  # noqa: A002
        """The previews of the room, for a coach who comes back."""
        room = await self._hub.rooms.get(id)
        who = None if room is None else room.on(line.name)
        if room is None or who is None or who.role != "coach":
            return
        for one in room.pictures:
            preview = None if one.held or not one.given else await self._box.get(id, preview_of(one.id))
            if preview is not None:
                line.send(_news(one, preview).model_dump_json())

    async def arrived(self, line: Line, room: Room | None, event: Sent) -> Sent:
        """The event, once the original is kept; or that it is still on its way."""
        who = None if room is None else room.on(line.name)
        one = None if room is None else room.picture(event.id)
        if room is None or who is None or one is None or one.of != who.id or not one.due:
            return event  # the rules say what is wrong
        session = None if who.session is None else self._registry.find(who.session)
        try:
            if session is None:
                raise UploadError("the sitter's page", "none that is open", "reload it")
            await self._box.put(room.id, original_of(one.id), self._store.data(session, one.id))
        except FramingError as error:
            why = error.message if isinstance(error, NoRoom | WriteError | HubError) else NOT_WHOLE
            line.send(Refused(why=translate(spoken(line.language), why)).model_dump_json())
            return event.model_copy(update={"state": "waits", "share": 0.0})
        return event

    async def follow(self, line: Line, id: str, event: PictureTaken | Hold | Consent) -> None:  # noqa: A002
        """Keep or let go of what the room has become of it."""
        room = await self._hub.rooms.get(id)
        if room is not None and isinstance(event, PictureTaken):
            await self._keep_preview(line, room, event)
        elif room is not None:
            await self._let_go(room)

    async def _keep_preview(self, line: Line, room: Room, event: PictureTaken) -> None:
        one, who = room.picture(event.id), room.on(line.name)
        if one is None or who is None or one.of != who.id or one.held or not one.given:
            return
        with suppress(FramingError, ValueError):  # the coach has seen it, and will not see it again after a reload
            await self._box.put(room.id, preview_of(one.id), base64.b64decode(event.preview, validate=True))

    async def _let_go(self, room: Room) -> None:
        for one in room.pictures:
            if one.held or not one.given:
                await self._box.drop(room.id, preview_of(one.id))
                await self._box.drop(room.id, original_of(one.id))

    def _ended(self, id: str) -> None:  # noqa: A002
        task = asyncio.ensure_future(self._box.end(id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _news(one: Taken, preview: bytes) -> PictureNews:
    return PictureNews(
        id=one.id, burst=one.burst, number=one.number, width=one.width, height=one.height, bytes=one.bytes,
        preview=base64.b64encode(preview).decode(),
    )  # fmt: skip


def preview_of(id: str) -> str:  # noqa: A002
    """What the box calls the preview of that picture."""
    return f"p.{id}"


def original_of(id: str) -> str:  # noqa: A002
    """What the box calls its original."""
    return f"o.{id}"
