"""A drill's file: what is wrong with it is named by file, line and reason, and what to do; the others still work."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing import presets
from framing.errors import DrillError
from framing.measures import MEASURES
from framing.school.catalogue import FOLDER, SHIPPED, drills, find, load
from framing.school.file import parse

GOOD = """title = "Our headroom"
goal = "Leave a hand's width above the hair."
order = 30
teaches = ["crop"]
seconds = 60
preset = "headshot"
counts = ["crop", "roll"]

[bands]
headroom = [0.05, 0.12]

[alike]
face_height = 0.03

[rubric]
weights = { crop = 3 }
good = 75

[[steps]]
goal = "The first."

[[steps]]
goal = "The second."
bands = { face_height = [0.26, 0.30] }

[[steps.asked]]
what = "Size"
how = "as large as the first"
"""


def written(folder: Path, text: str, name: str = "ours") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    drill = parse(written(tmp_path, GOOD), presets.find)
    assert (drill.id, drill.title, drill.seconds, drill.alike) == ("ours", "Our headroom", 60, {"face_height": 0.03})
    assert drill.rubric.weights["crop"] == 3.0
    assert drill.rubric.good == 75.0
    assert [step.goal for step in drill.steps] == ["The first.", "The second."]
    first, second = drill.steps
    assert first.preset.musts["headroom"] == (0.05, 0.12)
    assert second.preset.musts["headroom"] == (0.05, 0.12)
    assert second.preset.musts["face_height"] == (0.26, 0.30)
    assert first.preset.musts["face_height"] == presets.find("headshot").musts["face_height"]
    assert second.asked[0].how == "as large as the first"
    assert "roll" in first.counts
    assert "yaw" not in first.counts
    assert first.preset.shown == frozenset(MEASURES) - first.preset.musts.keys()


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("headroom = [0.05, 0.12]", "headrom = [0.05, 0.12]"), 10, "write headroom"),
        (("headroom = [0.05, 0.12]", "headroom = [0.12, 0.05]"), 10, "write the smaller number first"),
        (("headroom = [0.05, 0.12]", "headroom = 0.05"), 10, "[low, high]"),
        (('counts = ["crop", "roll"]', 'counts = ["crop", "rol"]'), 7, "write roll"),
        (('counts = ["crop", "roll"]', 'counts = ["crop", "smile"]'), 7, "give smile a band"),
        (('preset = "headshot"', 'preset = "headshoot"'), 6, "write headshot"),
        (("seconds = 60", "seconds = 5"), 5, "from 10 to 3,600"),
        (("order = 30", "order = true"), 3, "its place"),
        (('teaches = ["crop"]', 'teaches = ["colour"]'), 4, "crop, light, background, pose and technical"),
        (("good = 75", "good = 95"), 15, "write them in that order"),
        (("{ crop = 3 }", "{ crop = -3 }"), 16, "a number from 0 to 10"),
        (("face_height = 0.03", "face_hight = 0.03"), 13, "write face_height"),
        (("goal = \"The second.\"", "gaol = \"The second.\""), 23, "write goal"),
        (("[0.26, 0.30]", "[0.30, 0.26]"), 24, "write the smaller number first"),
        (('how = "as large as the first"', "how = 3"), 28, "what that means"),
        (("order = 30", "order ="), 3, "correct that line"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_remedy(
    tmp_path: Path, change: tuple[str, str], line: int, says: str
) -> None:
    assert change[0] in GOOD
    with pytest.raises(DrillError) as error:
        parse(written(tmp_path, GOOD.replace(*change)), presets.find)
    said = str(error.value)
    assert "ours.toml" in said
    assert f"line {line}" in said
    assert says in said


@pytest.mark.parametrize("key", ["title", "goal", "order", "teaches", "seconds"])
def test_what_is_missing_is_named(tmp_path: Path, key: str) -> None:
    head, rest = GOOD.split("\n[bands]")
    kept = "\n".join(text for text in head.split("\n") if not text.startswith(f"{key} ="))
    with pytest.raises(DrillError, match=rf"{key} = … in ours\.toml"):
        parse(written(tmp_path, f"{kept}\n[bands]{rest}"), presets.find)


def test_a_file_that_is_no_text_or_far_too_long_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(b'title = "\xff"')
    with pytest.raises(DrillError, match="UTF-8"):
        parse(path, presets.find)
    path.write_text("# " + "x" * 100_000, "utf-8")
    with pytest.raises(DrillError, match="64 kB"):
        parse(path, presets.find)


def test_ones_own_folder_comes_on_top_and_a_broken_file_takes_nothing_else_away(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    written(tmp_path, GOOD.replace("seconds = 60", "seconds = 61"), "headroom")
    written(tmp_path, GOOD.replace("seconds = 60", "seconds = 5"), "broken")
    found = drills({FOLDER: str(tmp_path)})
    assert found.drills["ours"].title == "Our headroom"
    assert found.drills["headroom"].seconds == 61  # takes the place of the shipped one
    assert found.drills.keys() == load().keys() | {"ours"}
    assert [str(problem) for problem in found.problems] == [str(found.broken["broken"])]
    with pytest.raises(DrillError, match=r"broken\.toml, line 5"):
        find("broken", {FOLDER: str(tmp_path)})


def test_a_folder_that_is_not_there_is_a_problem_and_the_shipped_drills_remain(tmp_path: Path) -> None:
    found = drills({FOLDER: str(tmp_path / "nowhere")})
    assert found.drills == load()
    assert FOLDER in str(found.problems[0])


def test_a_name_that_is_nearly_right_is_offered() -> None:
    with pytest.raises(DrillError, match="write headroom"):
        find("hedroom", {})


def test_every_shipped_file_says_what_its_steps_ask_for() -> None:
    assert {path.stem for path in SHIPPED.glob("*.toml")} == load().keys()
    for drill in load().values():
        assert drill.goal.endswith((".", ":"))
        assert all(step.goal.endswith(".") for step in drill.steps)
