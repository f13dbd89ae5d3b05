import asyncio
from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.responses import Response

from framing.page.kept import KEPT, File
from framing.web.kept import TOKEN, goodbye, own

PICTURE = File("picture.jpg", "image/jpeg", lambda: b"picture")


@pytest.fixture
def token() -> Iterator[str]:
    token = KEPT.token()
    KEPT.open(token)
    KEPT.put(token, "one", PICTURE)
    yield token
    KEPT.goodbye(token)


def asked(name: str, token: str | None) -> Response:
    headers = [] if token is None else [(TOKEN.lower().encode(), token.encode())]
    scope = {"type": "http", "method": "GET", "path": f"/{name}", "path_params": {"name": name}, "headers": headers}
    return asyncio.run(own(Request(scope)))


def said(*parts: bytes) -> Response:
    rest = list(parts)

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": rest.pop(0), "more_body": bool(rest)}

    return asyncio.run(goodbye(Request({"type": "http", "method": "POST", "headers": []}, receive)))


def whole(answer: Response) -> tuple[int, bytes, list[tuple[bytes, bytes]]]:
    return answer.status_code, bytes(answer.body), answer.raw_headers


def test_the_page_gets_its_file_and_no_browser_keeps_it(token: str) -> None:
    answer = asked("one", token)
    assert (answer.status_code, answer.body, answer.media_type) == (200, b"picture", "image/jpeg")
    assert answer.headers["cache-control"] == "no-store"


def test_another_token_none_and_an_unknown_name_are_answered_alike(token: str) -> None:
    refused = [asked("one", None), asked("one", ""), asked("one", "0" * 32), asked("two", token), asked("two", None)]
    assert {answer.status_code for answer in refused} == {404}
    assert all(whole(answer) == whole(refused[0]) for answer in refused)


def test_after_the_goodbye_the_file_is_as_one_that_never_was(token: str) -> None:
    unknown = asked("never", token)
    assert said(token[:10].encode(), token[10:].encode()).status_code == 204
    assert whole(asked("one", token)) == whole(unknown)


@pytest.mark.parametrize("words", [b"", b"nobody", b"\xff\xfe", b"x" * 10_000])
def test_whatever_else_is_said_changes_nothing_and_is_answered_alike(token: str, words: bytes) -> None:
    assert said(words).status_code == 204
    assert asked("one", token).status_code == 200
