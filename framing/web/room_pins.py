"""Pictures that a coach pins for the sitter to match: those that were taken, as their previews, or the coach's own."""

from __future__ import annotations

import asyncio
import secrets

from framing.errors import PhotoError
from framing.hub.box import Box
from framing.jpeg import small_jpeg
from framing.photo import open_photo
from framing.pictures.looking import LOOKING, Looking
from framing.school.reference import Reference
from framing.web.room_files import preview_of
from framing.web.school_reference import reference_of

LONGEST = 1600  # pixels of a coach's own photograph: enough to read a face in it
_QUALITY = 90


class RoomPins:
    """The pictures of rooms, as references."""

    def __init__(self, box: Box, looking: Looking = LOOKING) -> None:
        self._box, self._looking = box, looking

    async def take(self, room: str, data: bytes) -> str:
        """The id under which the coach's own photograph is kept with its room, smaller and without its notes.

        Raises PhotoError for what is no photograph, or one that nobody can be matched to.
        """
        small = await asyncio.to_thread(_small, data)
        await self._read(small)
        picture = secrets.token_hex(16)
        await self._box.put(room, _own(picture), small)
        return picture

    async def reference(self, room: str, picture: str) -> Reference:
        """What that picture asks for. Raises PhotoError where it is not there, or does not tell."""
        data = await self._box.get(room, preview_of(picture)) or await self.own(room, picture)
        if data is None:
            raise PhotoError("a picture of this room", "none of that name", "choose another")
        return await self._read(data)

    async def own(self, room: str, picture: str) -> bytes | None:
        """The coach's own photograph as a JPEG."""
        return await self._box.get(room, _own(picture))

    async def _read(self, data: bytes) -> Reference:
        return await asyncio.wrap_future(reference_of(data, self._looking))


def _small(data: bytes) -> bytes:
    return small_jpeg(open_photo(data, "the photograph").frame.pixels, LONGEST, _QUALITY)


def _own(picture: str) -> str:
    return f"m.{picture}"
