"""Where the guide keeps what outlasts it."""

from pathlib import Path

import pytest

from framing.data import DATA, data_folder


def test_the_folder_that_is_named_is_taken_and_its_home_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder({DATA: str(tmp_path / "here")}) == tmp_path / "here"
    assert data_folder({DATA: " ~/there "}) == tmp_path / "there"


def test_asking_where_it_is_makes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert data_folder({}).is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []
