import asyncio

import pytest
from starlette.requests import Request

from framing.web import check


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        (b"", "./?check=1"),
        (b"lang=ar", "./?check=1&lang=ar"),
        (b"lang=//evil.example", "./?check=1&lang=%2F%2Fevil.example"),
    ],
)
def test_check_leads_to_the_page_beside_it_with_the_language_that_was_asked_for(asked: bytes, leads: str) -> None:
    scope = {"type": "http", "method": "GET", "path": "/check", "query_string": asked, "headers": []}
    answer = asyncio.run(check.check(Request(scope)))
    assert answer.status_code == 307
    assert answer.headers["location"] == leads
