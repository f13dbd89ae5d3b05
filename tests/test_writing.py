"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Never

import pytest

from framing.errors import WriteError
from framing.writing import make_folder, save


def full(*_: object) -> Never:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_is_saved_is_there_with_nothing_beside_it(tmp_path: Path) -> None:
    save(tmp_path / "picture.jpg", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["picture.jpg"]
    assert (tmp_path / "picture.jpg").read_bytes() == b"new"


def test_an_older_file_is_replaced_and_a_link_goes_on_pointing(tmp_path: Path) -> None:
    there, link = tmp_path / "there.jpg", tmp_path / "link.jpg"
    there.write_bytes(b"old")
    link.symlink_to(there)
    save(link, b"new")
    assert link.is_symlink()
    assert there.read_bytes() == b"new"


def test_a_full_disk_is_said_the_older_file_stays_and_no_half_one_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"picture\.jpg: No space left"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_ctrl_c_in_the_middle_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> Never:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "picture.jpg", b"new")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", ["a folder", "a pipe", "a folder that is missing", "a file as folder"])
def test_where_no_file_can_be_it_is_said(tmp_path: Path, place: str) -> None:
    path = tmp_path / "picture.jpg"
    if place == "a folder":
        path.mkdir()
    elif place == "a pipe":
        os.mkfifo(path)
    elif place == "a folder that is missing":
        path = path / "picture.jpg"
    else:
        path.write_bytes(b"")
        path = path / "picture.jpg"
    with pytest.raises(WriteError, match="picture"):
        save(path, b"new")


@pytest.mark.skipif(sys.platform == "win32" or not os.getuid(), reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(WriteError, match="denied"):
        save(tmp_path / "picture.jpg", b"new")
    with pytest.raises(WriteError, match="denied"):
        make_folder(tmp_path)


def test_a_folder_is_made_and_stays_empty_and_a_file_in_its_place_is_said(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    assert not list((tmp_path / "a" / "b").iterdir())
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError, match="file"):
        make_folder(tmp_path / "file")
