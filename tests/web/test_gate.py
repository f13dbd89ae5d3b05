"""The gate before an app of its own: requests as the server hands them on, without a server."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from framing.web.gate import Gate
from framing.web.hosts import HOSTS
from framing.web.policy import headers

Sent = list[dict[str, Any]]


def ask(app: Any, *, host: str, origin: str | None = None, kind: str = "http", environment: Any = None) -> Sent:
    """What comes back through the gate; the exception, too, in place of what it cut off."""
    sent: Sent = []
    named = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]
    scope: dict[str, Any] = {"type": kind, "method": "GET", "path": "/", "headers": named}
    scope["extensions"] = {"websocket.http.response": {}}

    async def receive() -> dict[str, str]:
        return {"type": f"{kind}.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(Gate(app, environment or {})(scope, receive, send))
    return sent


def answers(status: int, *named: tuple[bytes, bytes]) -> Any:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": list(named)})
        await send({"type": "http.response.body", "body": b"inside"})

    return app


async def never(scope: Scope, receive: Receive, send: Send) -> None:
    raise AssertionError("a foreign request came in")


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("host", "origin"), [("evil.example", None), ("localhost:8501", "https://evil.example"), ("localhost", "null")]
)
def test_a_foreign_request_never_comes_in_and_is_told_why(kind: str, host: str, origin: str | None) -> None:
    start, body = ask(never, host=host, origin=origin, kind=kind)
    assert start["status"] == 403
    assert b"does not answer" in body["body"]
    assert (b"content-type", b"text/plain; charset=utf-8") in start["headers"]


@pytest.mark.parametrize("status", [200, 304, 404, 500])
def test_every_answer_carries_the_policy_once(status: int) -> None:
    inside = answers(status, (b"Referrer-Policy", b"unsafe-url"), (b"etag", b"1"))
    start, body = ask(inside, host="localhost:8501", origin="http://localhost:8501")
    assert (start["status"], body["body"]) == (status, b"inside")
    assert (b"etag", b"1") in start["headers"]
    ours = [(name, value) for name, value in start["headers"] if name.lower() in dict(headers())]
    assert sorted(ours) == sorted(headers())


@pytest.mark.parametrize("host", ["evil.example", "localhost"])
def test_a_refusal_carries_the_policy_too(host: str) -> None:
    start, _ = ask(never, host=host, origin="https://evil.example")
    assert set(headers()) <= set(start["headers"])


def test_an_answer_that_breaks_carries_the_policy_and_is_still_reported() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("oh")

    sent: Sent = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> dict[str, str]:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"localhost")]}
    with pytest.raises(RuntimeError, match="oh"):
        asyncio.run(Gate(broken, {})(scope, receive, send))
    assert sent[0]["status"] == 500
    assert set(headers()) <= set(sent[0]["headers"])


def test_a_connection_that_streamlit_reads_on_after_closing_it_is_no_error_and_any_other_failure_is() -> None:
    async def closes_and_reads_on(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.close", "code": 1000})
        raise RuntimeError('WebSocket is not connected. Need to call "accept" first.')

    async def fails(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("oh")

    assert [one["type"] for one in ask(closes_and_reads_on, host="localhost", kind="websocket")] == ["websocket.close"]
    with pytest.raises(RuntimeError, match="oh"):
        ask(fails, host="localhost", kind="websocket")


def test_a_browser_that_goes_while_something_is_sent_to_it_is_no_error() -> None:
    async def reads_on(scope: Scope, receive: Receive, send: Send) -> None:
        with suppress(OSError):  # as the task that sends does, beside the one that reads
            await send({"type": "websocket.send", "bytes": b""})
        raise RuntimeError('WebSocket is not connected. Need to call "accept" first.')

    async def gone(message: Any) -> None:
        raise OSError

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "path": "/", "headers": [(b"host", b"localhost")]}
    asyncio.run(Gate(reads_on, {})(scope, receive, gone))


def test_a_broken_setting_is_told_to_everybody_who_opens_the_page() -> None:
    start, body = ask(never, host="localhost", environment={HOSTS: "https://studio.example.org"})
    assert start["status"] == 500
    assert HOSTS in body["body"].decode()


def test_a_host_that_was_added_comes_in() -> None:
    named = {HOSTS: "studio.example.org"}
    start, _ = ask(answers(200), host="studio.example.org", origin="https://studio.example.org", environment=named)
    assert start["status"] == 200


def test_the_servers_own_start_and_end_pass_the_gate() -> None:
    seen = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    asyncio.run(Gate(app, {})({"type": "lifespan"}, None, None))  # type: ignore[arg-type]
    assert seen == ["lifespan"]
