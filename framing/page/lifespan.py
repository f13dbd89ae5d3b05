"""What holds for the server from its start to its end: it looks up no name, and frees what closed pages held."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from streamlit import runtime

from framing.carriers.names import allowed, look_up_only
from framing.page.kept import KEPT
from framing.pictures.looking import LOOKING
from framing.pictures.store import PICTURES
from framing.session.pool import POOL
from framing.session.registry import REGISTRY, sweeping
from framing.session.tidy import few_arenas, tidy


def _sweeps() -> Callable[[], None]:
    """One sweep at a time; the one after something was freed also returns memory, since freeing takes its time."""
    tidies = False

    def sweep() -> None:
        nonlocal tidies
        if tidies:
            tidy()
        tidies = REGISTRY.sweep() | KEPT.sweep() | PICTURES.sweep()

    return sweep


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Sweep while the server runs. Streamlit's own clean-up waits for the next visitor."""
    look_up_only(allowed(os.environ))
    few_arenas()
    loop = asyncio.get_running_loop()

    def end(script: str) -> None:
        """Close that script session; what it holds is collected at the next sweep."""
        with suppress(RuntimeError):  # the server is ending, and its loop is closed
            loop.call_soon_threadsafe(runtime.get_instance().close_session, script)

    REGISTRY.end = end
    with sweeping(_sweeps()):
        yield
    POOL.close()
    LOOKING.close()
