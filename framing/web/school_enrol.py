"""A trainee opts in: their new record, and the secret by which alone it is found."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from framing.records.records import Records
from framing.web.answers import said
from framing.web.bodies import told
from framing.web.school_record_models import Enrol, Enrolled


async def enrolled(request: Request, kept: Records, now: float) -> Response:
    """The answer to who says a name or a number at that moment, seconds since 1970; raises as `told` and `enrol`."""
    asks = await told(request, Enrol)
    made, token = await asyncio.to_thread(kept.enrol, asks.name, now, pictures=asks.pictures)
    return said(Enrolled(token=token, name=made.name), 201)
