"""The addresses at which a coach gets the originals of a room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from framing.errors import FramingError, HubError
from framing.hub.box import Box
from framing.hub.hub import Hub
from framing.room.notes import file_name, notes
from framing.room.sentences import NOTHING
from framing.room.values import Room
from framing.say import translate
from framing.web.answers import refused
from framing.web.asking import wished
from framing.web.room_files import original_of
from framing.web.room_pages import parts
from framing.web.room_zip import zipped


class RoomDownloads:
    """Hands originals to coaches; whoever else asks, and for whatever, gets the same answer."""

    def __init__(self, hub: Hub, box: Box) -> None:
        self._hub, self._box = hub, box

    async def original(self, request: Request) -> Response:
        """One original, for the coach of its room."""
        room = await self._coachs(request)
        one = None if room is None else room.picture(request.path_params["id"])
        data = None
        if room is not None and one is not None and one.due and one.state == "here":
            with suppress(HubError):
                data = await self._box.get(room.id, original_of(one.id))
        if room is None or one is None or data is None:
            return refused(404, translate(wished(request), NOTHING))
        return Response(data, media_type="image/jpeg", headers=_saved(file_name(room, one)))

    async def zip(self, request: Request) -> Response:
        """All originals that are here, and the notes, for the coach of the room."""
        room = await self._coachs(request)
        if room is None:
            return refused(404, translate(wished(request), NOTHING))
        there = [one for one in room.pictures if one.due and one.state == "here"]
        words = notes(room, there, wished(request))

        async def files() -> AsyncIterator[tuple[str, float, bytes]]:
            yield "notes.txt", self._hub.now(), words.encode()
            for one in there:
                if (data := await self._box.get(room.id, original_of(one.id))) is not None:
                    yield file_name(room, one), one.at, data

        return StreamingResponse(zipped(files()), media_type="application/zip", headers=_saved("room.zip"))

    async def _coachs(self, request: Request) -> Room | None:
        """The room of the coach who asks; None for anybody else, and whatever else is wrong."""
        id, token, badge = parts(request)  # noqa: A001
        try:
            return await self._hub.coachs(id, token, badge)
        except FramingError:
            return None


def _saved(name: str) -> dict[str, str]:
    return {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
