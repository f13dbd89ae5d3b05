import asyncio
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from framing.page.assets import FOLDER
from framing.web import scripts


def asked(name: str, known: str = "") -> Response:
    headers = [(b"if-none-match", known.encode())] if known else []
    scope = {"type": "http", "method": "GET", "path": f"/{name}", "path_params": {"name": name}, "headers": headers}
    return asyncio.run(scripts.script(Request(scope)))


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.js")))
def test_every_script_is_served_as_one(name: str) -> None:
    answer = asked(name)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.body == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("name", ["none.js", "deck.html", "package.json", "", ".", "..", "../../app.py", "tests"])
def test_nothing_else_is_served(name: str) -> None:
    assert asked(name).status_code == 404


def test_a_script_is_sent_again_when_it_has_changed_and_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts, "FOLDER", tmp_path)
    (tmp_path / "one.js").write_text("one();")
    first = asked("one.js")
    again = asked("one.js", first.headers["etag"])
    assert (again.status_code, again.body) == (304, b"")
    assert first.headers["cache-control"] == "no-cache", "a browser asks before it uses what it has"
    (tmp_path / "one.js").write_text("two();")
    changed = asked("one.js", first.headers["etag"])
    assert (changed.status_code, changed.body) == (200, b"two();")
    assert changed.headers["etag"] != first.headers["etag"]
