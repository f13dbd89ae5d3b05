"""Sessions without pages: the guide's own server, eyes and WebSocket, for a load that needs no browsers.

`python -m framing.lab.rigs.sitters_app N` prints its port and one token a line, and serves until it is asked to end.
"""

from __future__ import annotations

import socket
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

from framing.presets.catalogue import find
from framing.session.pool import POOL
from framing.session.registry import Page, Registry
from framing.session.seats import Seats
from framing.session.session import Session
from framing.session.settings import Settings
from framing.web.push import Push


def main(sitters: int) -> None:
    """Serve that many sessions."""
    registry, seats = Registry(), Seats(sitters)
    sessions = [Session(POOL.open, seats, Settings(find("headshot"))) for _ in range(sitters)]
    for number, session in enumerate(sessions):
        registry.enter(session, Page(str(number), str(number)))
    app = Starlette(routes=[WebSocketRoute("/guide/live", Push(registry).serve)])
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()  # who connects before the server is up waits
        print(bound.getsockname()[1], *(session.token for session in sessions), sep="\n", flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="critical", ws="websockets-sansio")).run(sockets=[bound])


if __name__ == "__main__":
    main(int(sys.argv[1]))
