"""The outermost layer of the server: refuses foreign requests, and puts the page's policy on every answer."""

from __future__ import annotations

import os
from collections.abc import Mapping

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from framing.errors import SettingsError
from framing.web.hosts import added_hosts
from framing.web.policy import headers
from framing.web.refusal import refusal
from framing.web.uploads import keep_in_memory

_STARTS = ("http.response.start", "websocket.http.response.start")


class Gate:
    """Stands before Streamlit, for pages, pictures, uploads and WebSockets alike.

    Streamlit itself looks at Host only for WebSockets, and asks a server on the internet for this machine's outside
    address when a page from elsewhere asks; behind the gate no such request arrives.
    """

    def __init__(self, app: ASGIApp, environment: Mapping[str, str]) -> None:
        keep_in_memory()
        self._app = app
        self._added: frozenset[str] = frozenset()
        self._trouble: SettingsError | None = None
        try:
            self._added = added_hosts(environment)
        except SettingsError as error:
            self._trouble = error  # told to everybody who opens the page, as the page does with other settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on and add the headers to what comes back."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        started = closed = False

        async def with_headers(message: Message) -> None:
            nonlocal started, closed
            if message["type"] in _STARTS:
                ours = dict(headers())
                others = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in ours]
                message = {**message, "headers": [*others, *ours.items()]}
            started = started or message["type"] in _STARTS
            closed = closed or message["type"] == "websocket.close"
            try:
                await send(message)
            except OSError:  # the browser has gone
                closed = True
                raise

        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, with_headers)
            return
        try:
            await self._app(scope, receive, with_headers)
        except Exception as error:
            # Streamlit reads on from a connection that is closed: by itself, as the end of a page's session does, or by
            # a browser that went while something was being sent.
            if closed and isinstance(error, RuntimeError):
                return
            # Starlette's own answer to this stands outside every layer of ours: it would lack the headers.
            if scope["type"] == "http" and not started:
                await PlainTextResponse("The guide could not answer this.", 500)(scope, receive, with_headers)
            raise

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if self._trouble is not None:
            return PlainTextResponse(f"The guide cannot start with these settings. {self._trouble}", 500)
        hosts, origins = (
            [value.decode("latin-1") for key, value in scope["headers"] if key == name] for name in (b"host", b"origin")
        )
        why = refusal(hosts, origins, self._added)
        return None if why is None else PlainTextResponse(why, 403)


GATE = Middleware(Gate, os.environ)
"""For the app's list of middleware, first in it."""
