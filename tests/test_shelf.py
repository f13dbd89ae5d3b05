"""A user's own uses beside the shipped ones."""

import os
from pathlib import Path

import pytest

from framing.errors import PresetError
from framing.presets import FOLDER, find, load, shelf

GOOD = 'extends = "headshot"\ntitle = "Our studio"\n\n[musts]\nface_height = [0.22, 0.28]\n'


def with_files(folder: Path, **files: str) -> dict[str, str]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return {FOLDER: str(folder)}


def test_without_a_folder_there_are_the_shipped_ones_and_no_problem() -> None:
    found = shelf({})
    assert dict(found.presets) == dict(load())
    assert found.problems == ()


def test_ones_own_use_appears_and_may_extend_a_shipped_one_or_one_beside_it(tmp_path: Path) -> None:
    environment = with_files(tmp_path, studio=GOOD, tall='extends = "studio"\ntitle = "Tall"\n')
    found = shelf(environment)
    assert found.problems == ()
    assert set(found.presets) == {*load(), "studio", "tall"}
    assert found.presets["tall"].musts["face_height"] == (0.22, 0.28)
    assert find("studio", environment).title == "Our studio"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (GOOD + "oh no\n", "line 6"),
        (GOOD.replace("title", "titel"), "line 2"),
        (GOOD.replace("[0.22, 0.28]", '"large"'), "line 5"),
        ('extends = "headshot"\ntitle = "x"\naspect = "wide"\n', "line 3"),
    ],
)
def test_a_broken_one_is_named_with_its_line_and_the_others_still_work(tmp_path: Path, text: str, line: str) -> None:
    environment = with_files(tmp_path, studio=GOOD, broken=text)
    found = shelf(environment)
    assert {"studio", *load()} == set(found.presets)
    (problem,) = found.problems
    assert "broken.toml" in str(problem)
    assert line in str(problem)
    with pytest.raises(PresetError, match=r"broken\.toml"):
        find("broken", environment)


def test_one_that_extends_a_broken_one_is_a_problem_too(tmp_path: Path) -> None:
    found = shelf(with_files(tmp_path, broken="[", child='extends = "broken"\ntitle = "x"\n'))
    assert len(found.problems) == 2
    assert set(found.presets) == set(load())


def test_a_shipped_name_is_not_replaced(tmp_path: Path) -> None:
    found = shelf(with_files(tmp_path, headshot=GOOD))
    assert dict(found.presets) == dict(load())
    assert "headshot.toml" in str(found.problems[0])


def test_a_folder_that_is_not_there_is_a_problem_and_the_shipped_ones_work(tmp_path: Path) -> None:
    found = shelf({FOLDER: str(tmp_path / "nowhere")})
    assert set(found.presets) == set(load())
    assert FOLDER in str(found.problems[0])


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    environment = with_files(tmp_path, studio=GOOD)
    assert shelf(environment).presets["studio"].title == "Our studio"
    with_files(tmp_path, studio=GOOD.replace("Our studio", "Another"))
    os.utime(tmp_path / "studio.toml", ns=(1, 1))
    assert shelf(environment).presets["studio"].title == "Another"
