"""Rooms and sessions without pages: the guide's own server, eyes and WebSockets, for a load that needs no browsers.

`python -m framing.lab.rigs.rooms_app N` prints its port and the tokens of N sessions, one a line, and serves until it
is asked to end. FRAMING_REDIS_URL and the other variables of rooms hold here as well.
"""

from __future__ import annotations

import os
import secrets
import socket
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

from framing.hub.key import ROOM_KEY
from framing.presets.catalogue import find
from framing.session.pool import POOL
from framing.session.registry import Page
from framing.session.seats import Seats
from framing.session.session import Session
from framing.session.settings import Settings

PORT = "RIG_PORT"  # where one is wanted, for a proxy before it


def main(sitters: int) -> None:
    """Serve rooms, and that many sessions."""
    os.environ.setdefault(ROOM_KEY, secrets.token_urlsafe(32))  # nothing is written unless it is set to ""
    from framing.session.registry import REGISTRY
    from framing.web.pictures import PICTURE_ROUTES
    from framing.web.push import Push
    from framing.web.rooms import HUB, ROOM_ROUTES

    seats = Seats(max(sitters, 1))
    sessions = [Session(POOL.open, seats, Settings(find("headshot"))) for _ in range(sitters)]
    for number, session in enumerate(sessions):
        REGISTRY.enter(session, Page(str(number), str(number)))
    routes = [WebSocketRoute("/guide/live", Push(REGISTRY).serve), *PICTURE_ROUTES, *ROOM_ROUTES]
    with socket.socket() as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", int(os.environ.get(PORT, "0"))))
        bound.listen()  # who connects before the server is up waits
        server = HUB.server if HUB is not None else ""
        print(bound.getsockname()[1], *(session.token for session in sessions), sep="\n", flush=True)
        config = uvicorn.Config(
            Starlette(routes=routes), log_level="critical", ws="websockets-sansio",
            headers=[("X-Framing-Server", server)],
        )  # fmt: skip
        uvicorn.Server(config).run(sockets=[bound])


if __name__ == "__main__":
    main(int(sys.argv[1]))
