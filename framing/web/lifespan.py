"""What holds for the server from its start to its end, rooms included."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from framing.page import lifespan as pages
from framing.web.rooms import HUB


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Pages and their pictures are swept while the server runs; at its end the rooms hang up."""
    async with pages.lifespan(app):
        yield
        if HUB is not None:
            await HUB.close()
