"""Both directions of one connection at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def first_over(*directions: Coroutine[Any, Any, T]) -> T:
    """What the first of them to be over came to; the others are ended, and nothing of them runs on."""
    going = [asyncio.ensure_future(one) for one in directions]
    try:
        done, _ = await asyncio.wait(going, return_when=asyncio.FIRST_COMPLETED)
        return next(iter(done)).result()
    finally:
        for one in going:
            one.cancel()
        await asyncio.gather(*going, return_exceptions=True)
