"""`python -m framing school ...`, over what is kept, what is damaged and what is not there."""

import csv
import json
from pathlib import Path

import pytest

from framing.__main__ import main
from framing.data import DATA
from framing.records.records import NAME, Records
from tests.records.making import attempt
from tests.records.test_records import NOW


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.setenv(DATA, str(tmp_path / "data"))
    return Records(tmp_path / "data" / NAME)


def filled(kept: Records) -> None:
    for name in ("Ada", "Bob", "7"):
        _, token = kept.enrol(name, NOW, pictures=False)
        kept.keep(token, attempt())


def test_all_is_exported_in_either_form(kept: Records, tmp_path: Path) -> None:
    filled(kept)
    assert main(["school", "export", str(tmp_path / "out.json")]) == 0
    assert main(["school", "export", str(tmp_path / "out.csv")]) == 0
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["trainees"]) == 3
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Ada", "Bob", "7"]


def test_nothing_kept_is_exported_as_nothing_and_makes_no_record(kept: Records, tmp_path: Path) -> None:
    assert main(["school", "export", str(tmp_path / "out.json")]) == 0
    assert main(["school", "erase", "--all"]) == 0
    assert not kept.path.parent.exists()


def test_one_is_erased_by_name_or_number_and_all_at_once(
    kept: Records, capsys: pytest.CaptureFixture[str]
) -> None:
    filled(kept)
    assert main(["school", "erase", "--trainee", "ada"]) == 0
    assert main(["school", "erase", "--trainee", "2"]) == 0
    assert [one.name for one in kept.trainees()] == ["7"]
    assert main(["school", "erase", "--trainee", "7"]) == 0
    assert not kept.trainees()
    filled(kept)
    assert main(["school", "erase", "--all"]) == 0
    assert not kept.trainees()
    assert "erased" in capsys.readouterr().out


def test_a_name_that_none_or_two_bear_erases_nobody(kept: Records, capsys: pytest.CaptureFixture[str]) -> None:
    filled(kept)
    kept.enrol("Ada", NOW, pictures=False)
    for name in ("Ada", "Carl", ""):
        assert main(["school", "erase", "--trainee", name]) == 2
    assert len(kept.trainees()) == 4
    assert "Ada (1), Ada (4)" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["export", "out.txt"], ["erase"], ["erase", "--all", "--trainee", "x"]])
def test_what_is_not_said_clearly_is_not_done(kept: Records, arguments: list[str]) -> None:
    filled(kept)
    assert main(["school", *arguments]) == 2
    assert len(kept.trainees()) == 3


@pytest.mark.parametrize("arguments", [["export", "out.json"], ["export", "out.csv"], ["erase", "--all"]])
def test_a_damaged_record_is_one_sentence_and_stays_as_it_is(
    kept: Records,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    kept.path.parent.mkdir()
    kept.path.write_bytes(b"no record" * 500)
    assert main(["school", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert kept.path.read_bytes() == b"no record" * 500


def test_the_drills_are_listed_and_a_broken_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["school", "drills"]) == 0
    assert "place_the_key" in capsys.readouterr().out
    (tmp_path / "mine.toml").write_text('title = "Mine"\nordr = 3\n', "utf-8")
    monkeypatch.setenv("FRAMING_DRILLS", str(tmp_path))
    assert main(["school", "drills"]) == 1
    told = capsys.readouterr()
    assert "place_the_key" in told.out
    assert "mine.toml" in told.err


def test_a_standard_is_checked_and_its_signature_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = tmp_path / "house.toml"
    house.write_text('name = "House"\n', "utf-8")
    assert main(["school", "standard", str(house)]) == 0
    told = capsys.readouterr().out
    assert "House" in told
    house.write_text('# the same\nname   = "House"\n', "utf-8")
    assert main(["school", "standard", str(house)]) == 0
    assert capsys.readouterr().out == told
    house.write_text('name = "House"\nwording = "loud"\n', "utf-8")
    assert main(["school", "standard", str(house)]) == 2
    assert "house.toml, line 2" in capsys.readouterr().err
