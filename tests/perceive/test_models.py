"""The model files: where they are looked for, that they are the published ones, and how they are fetched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from framing.errors import ModelError, SettingsError
from framing.perceive import models
from framing.perceive.models import Model, find

MASK = Model.MASK  # the smallest of the three
WRONG = b"not a model"


@dataclass
class Shelf:
    """A web server with files by path; it may promise more bytes than it sends, or speak no HTTP."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    missing: int = 0
    garbled: bool = False
    asked: Counter[str] = field(default_factory=Counter)


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    shelf = Shelf()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shelf.asked[self.path] += 1
            if shelf.garbled:
                self.wfile.write(b"no HTTP\r\n\r\n")
                return
            content = shelf.files.get(self.path)
            if content is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(content) + shelf.missing))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the base class's name for it
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        shelf.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield shelf
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def published() -> Path:
    """The published mask model, as the carrying package has it."""
    return find(MASK)


@pytest.fixture(autouse=True)
def _nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRAMING_MODELS", raising=False)


@pytest.fixture
def bare(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The assets/models/ of a machine on which no model is anywhere."""
    own = tmp_path / "program" / "assets" / "models"
    monkeypatch.setattr(models, "OWN", own)
    monkeypatch.setattr(models, "CARRIER", "a_package_that_is_not_there")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    return own


@pytest.fixture
def named(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that FRAMING_MODELS names, on a machine that has no model elsewhere."""
    folder = tmp_path / "named"
    folder.mkdir()
    monkeypatch.setenv("FRAMING_MODELS", str(folder))
    return folder


@pytest.mark.parametrize("model", Model)
def test_each_model_is_found_after_installing_the_requirements(model: Model) -> None:
    assert find(model).name == model.file


def test_the_package_that_carries_the_models_is_never_imported() -> None:
    find(MASK)
    assert models.CARRIER not in sys.modules


def test_the_folder_in_framing_models_goes_before_assets_models(published: Path, bare: Path, named: Path) -> None:
    bare.mkdir(parents=True)
    shutil.copy(published, bare)
    shutil.copy(published, named)
    assert find(MASK) == named / MASK.file


def test_assets_models_goes_before_the_package(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "OWN", tmp_path)
    shutil.copy(published, tmp_path)
    assert find(MASK) == tmp_path / MASK.file


def test_a_model_that_framing_models_lacks_is_looked_for_in_the_next_place(
    published: Path, bare: Path, named: Path
) -> None:
    bare.mkdir(parents=True)
    shutil.copy(published, bare)
    assert find(MASK) == bare / MASK.file


def test_a_wrong_file_in_framing_models_is_named_and_not_passed_over(published: Path, bare: Path, named: Path) -> None:
    bare.mkdir(parents=True)
    shutil.copy(published, bare)
    (named / MASK.file).write_bytes(WRONG)
    with pytest.raises(ModelError) as caught:
        find(MASK)
    assert str(named / MASK.file) in caught.value.found
    assert "11 bytes" in caught.value.found
    assert "FRAMING_MODELS" in caught.value.remedy


def test_a_folder_in_the_place_of_a_model_is_an_error_naming_it(named: Path) -> None:
    (named / MASK.file).mkdir()
    with pytest.raises(ModelError, match="cannot be read") as caught:
        find(MASK)
    assert str(named / MASK.file) in str(caught.value)


def test_framing_models_that_names_no_folder_is_a_settings_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAMING_MODELS", str(tmp_path / "nowhere"))
    with pytest.raises(SettingsError, match="nowhere"):
        find(MASK)


def test_a_wrong_file_in_assets_models_is_named_with_the_way_to_fetch_it_again(bare: Path) -> None:
    bare.mkdir(parents=True)
    (bare / MASK.file).write_bytes(WRONG)
    with pytest.raises(ModelError, match="delete it") as caught:
        find(MASK)
    assert str(bare / MASK.file) in str(caught.value)


def test_a_model_that_is_nowhere_is_downloaded_into_assets_models_with_its_progress(
    published: Path, bare: Path, shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf.files[f"/{MASK.published}"] = published.read_bytes()
    assert find(MASK, base_url=shelf.address) == bare / MASK.file
    assert [path.name for path in bare.iterdir()] == [MASK.file]
    printed = capsys.readouterr()
    assert "100 %" in printed.err
    assert printed.out == ""


def test_a_downloaded_model_is_not_downloaded_again(published: Path, bare: Path, shelf: Shelf) -> None:
    shelf.files[f"/{MASK.published}"] = published.read_bytes()
    find(MASK, base_url=shelf.address)
    find(MASK, base_url=shelf.address)
    assert shelf.asked.total() == 1


def test_sessions_that_start_together_download_a_model_once(published: Path, bare: Path, shelf: Shelf) -> None:
    shelf.files[f"/{MASK.published}"] = published.read_bytes()
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: find(MASK, base_url=shelf.address), range(4)))
    assert found == {bare / MASK.file}
    assert shelf.asked.total() == 1


@pytest.mark.parametrize("obstacle", ["no folder can be made", "the folder is not ours"])
def test_a_program_folder_that_cannot_be_written_sends_the_download_to_the_users_cache(
    published: Path, bare: Path, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    if obstacle == "no folder can be made":
        bare.parent.parent.write_text("a file where the folder should be")
    else:  # said by hand, because an administrator may write everywhere
        monkeypatch.setattr(os, "access", lambda path, mode: not (path == bare and mode == os.W_OK))
    shelf.files[f"/{MASK.published}"] = published.read_bytes()
    downloaded = find(MASK, base_url=shelf.address)
    assert downloaded.is_relative_to(tmp_path / "home")
    assert find(MASK, base_url=shelf.address) == downloaded
    assert shelf.asked.total() == 1


@pytest.mark.parametrize(("content", "missing"), [(WRONG, 0), (b"", 0), (WRONG, 1000)], ids=["wrong", "empty", "cut"])
def test_a_download_that_is_not_the_published_file_leaves_nothing_behind(
    bare: Path, shelf: Shelf, content: bytes, missing: int
) -> None:
    shelf.files[f"/{MASK.published}"] = content
    shelf.missing = missing
    with pytest.raises(ModelError, match="by hand") as caught:
        find(MASK, base_url=shelf.address)
    assert f"{shelf.address}/{MASK.published}" in str(caught.value)
    assert list(bare.iterdir()) == []


def test_a_refused_download_is_one_sentence_with_the_file_the_cause_and_the_fix(bare: Path, shelf: Shelf) -> None:
    with pytest.raises(ModelError, match="404") as caught:
        find(MASK, base_url=shelf.address)
    assert MASK.file in caught.value.expected
    assert str(bare) in caught.value.remedy


def test_an_answer_that_is_no_http_is_an_error_with_the_fix(bare: Path, shelf: Shelf) -> None:
    shelf.garbled = True
    with pytest.raises(ModelError, match="by hand"):
        find(MASK, base_url=shelf.address)


def test_a_file_is_hashed_once_until_it_changes(published: Path, named: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[Any] = []
    file_digest = hashlib.file_digest

    def counted(*given: Any) -> Any:
        hashed.append(given)
        return file_digest(*given)

    monkeypatch.setattr(hashlib, "file_digest", counted)
    path = Path(shutil.copy(published, named))
    find(MASK)
    find(MASK)
    assert len(hashed) == 1
    path.write_bytes(WRONG)
    with pytest.raises(ModelError):
        find(MASK)


def test_the_command_prints_where_each_model_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert models.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [model.file for model in Model]


def test_the_command_ends_with_status_one_and_the_sentence(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (named / Model.FACE.file).write_bytes(WRONG)
    assert models.main() == 1
    assert Model.FACE.file in capsys.readouterr().err
