"""What comes with a request, read no further than it may be long, and no longer than it may take."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from framing.errors import LargePicture, UploadError

WORDS = 1 << 16  # bytes of JSON
PATIENCE = 60.0  # seconds for a body; a piece of 256 kB then needs 35 kbit/s
Model = TypeVar("Model", bound=BaseModel)


async def body(request: Request, most: int) -> bytes:
    """All bytes of the body. Raises LargePicture for more than `most`, TimeoutError for a body that does not end."""
    return await asyncio.wait_for(_read(request, most), PATIENCE)


async def told(request: Request, model: type[Model]) -> Model:
    """The body's JSON as that model. Raises UploadError for anything else, LargePicture where it is too long."""
    text = await body(request, WORDS)
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise UploadError(f"JSON of a {model.__name__}", f"{place}: {first['msg']}", "correct it") from error


async def _read(request: Request, most: int) -> bytes:
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > most:
            raise LargePicture(f"{most} bytes at most", "a request with more", "send it in smaller pieces")
    return bytes(data)
