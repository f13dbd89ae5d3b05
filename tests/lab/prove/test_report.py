"""What is told of the proof."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.__main__ import main
from framing.console import show
from framing.errors import PhotoError
from framing.lab.prove import run
from framing.lab.prove.kinds import KINDS
from framing.lab.prove.report import Report
from framing.lab.prove.run import Proof
from framing.lab.prove.trial import Trial

GOOD = Trial("zoomed out", moved=True, cured=True, stray=(), because="face height 0.25 → 0.16")
WRONG = Trial("zoomed out", moved=False, cured=False, stray=("backlight",), because="face height 0.25 → 0.26")
ERROR = PhotoError("a photograph", "no file gone.jpg", "check its name and folder")
REPORT = Report(
    [Proof("one.jpg", trials=(GOOD, WRONG)), Proof("two.jpg", trials=(GOOD,), unfair=("skin x 0.5: subjects none",)),
     Proof("wall.jpg", unfit="Nobody in the picture to crop to")],
    [("gone.jpg", ERROR)],
)


def test_shares_are_of_the_copies_of_each_kind_and_of_all() -> None:
    told = REPORT.as_json()
    expected = {"copies": 3, "direction": 0.6667, "remedy": 0.6667, "stray": 0.3333}
    assert told["kinds"]["zoomed out"] == told["overall"] == expected
    assert told["skin"] == {"photographs": 2, "unchanged": 0.5}
    assert (told["photographs"], told["framed"]) == (4, 2)


def test_a_kind_without_copies_has_no_share() -> None:
    told = REPORT.as_json()["kinds"]
    assert set(told) == {kind.name for kind in KINDS}
    assert told["head cut"] == {"copies": 0, "direction": None, "remedy": None, "stray": None}


def test_every_failure_is_told_with_its_photograph_and_what_was_said(capsys: pytest.CaptureFixture[str]) -> None:
    told = REPORT.as_json()
    first, second = told["failures"]
    assert first["file"] == "one.jpg"
    assert first["failed"] == ["direction", "remedy", "stray backlight"]
    assert first["because"] == WRONG.because
    assert (second["file"], second["kind"]) == ("two.jpg", "skin")
    assert told["unfit"][0]["file"] == "wall.jpg"
    assert told["errors"] == [{"file": "gone.jpg", "error": str(ERROR)}]
    show(REPORT.for_people())
    printed = capsys.readouterr().out
    assert WRONG.because in printed
    assert "66.7%" in printed


@pytest.mark.models
def test_a_file_that_fails_is_named_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.jpg"
    notes.write_text("no photograph")
    monkeypatch.setattr(run, "prove", lambda files: map(run._proved, files))  # in this process
    monkeypatch.setattr(run, "KINDS", KINDS[:1])
    assert main(["prove", "--json", str(notes), str(run.PACKAGED[0])]) == 1
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert [error["file"] for error in told["errors"]] == [str(notes)]
    assert told["overall"]["copies"] == 1
    assert err == f"{notes}: {told['errors'][0]['error']}\n"
