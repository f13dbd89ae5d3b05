"""The studio's standard: its presets are locked, its signature is of what it says, and a mistake has a line."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import FramingError, PresetError, StandardError
from framing.presets import catalogue, find
from framing.presets.standard import STANDARD, read_standard, signature
from framing.types import Band

WHOLE = """\
name = "House light"
wording = "beginner"
languages = ["en", "de"]

[presets.house_headshot]
extends = "headshot"
title = "House headshot"
[presets.house_headshot.musts]
headroom = [0.05, 0.11]

[presets.house_close]
extends = "house_headshot"
title = "House close-up"
[presets.house_close.musts]
headroom = [0.0, 0.05]
"""


@pytest.fixture
def standard(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """The environment of a standard that says so, with a folder for presets of the user's own."""
    own = tmp_path / "own"
    own.mkdir()

    def made(text: str) -> dict[str, str]:
        (tmp_path / "house.toml").write_text(text, "utf-8")
        return {STANDARD: str(tmp_path / "house.toml"), "FRAMING_PRESETS": str(own)}

    return made


def own(environment: dict[str, str], name: str, text: str) -> None:
    (Path(environment["FRAMING_PRESETS"]) / f"{name}.toml").write_text(text, "utf-8")


Made = Callable[[str], dict[str, str]]


def test_the_presets_of_the_standard_come_first_and_extend_as_files_do(standard: Made) -> None:
    found = catalogue(standard(WHOLE))
    assert not found.problems
    assert list(found.presets)[:2] == ["house_close", "house_headshot"]
    shipped, house = found.presets["headshot"], found.presets["house_headshot"]
    assert house.musts == {**shipped.musts, "headroom": Band(0.05, 0.11)}
    assert found.presets["house_close"].musts["headroom"] == Band(0.0, 0.05)


def test_without_a_standard_nothing_changes(standard: Made) -> None:
    assert catalogue({}).presets == {k: v for k, v in catalogue(standard(WHOLE)).presets.items() if "house" not in k}


def test_a_users_preset_may_extend_one_of_the_standard_and_say_more(standard: Made) -> None:
    environment = standard(WHOLE)
    own(environment, "mine", 'extends = "house_headshot"\ntitle = "Mine"\nstyle.smile = [0.3, 1.0]\n')
    found = catalogue(environment)
    assert not found.problems
    assert found.presets["mine"].musts == found.presets["house_headshot"].musts


@pytest.mark.parametrize("line", ["musts.headroom = [0, 1]", "style.headroom = [0.05, 0.11]", 'shown = ["headroom"]'])
def test_no_preset_of_the_users_changes_a_band_that_the_standard_has_locked(standard: Made, line: str) -> None:
    environment = standard(WHOLE)
    own(environment, "mine", f'extends = "house_headshot"\ntitle = "Mine"\n{line}\n')
    found = catalogue(environment)
    assert "mine" not in found.presets
    [problem] = found.problems
    assert "mine.toml, line 3" in str(problem)
    assert "the studio's standard" in str(problem)


def test_no_preset_of_the_users_takes_the_name_of_one_of_the_standard(standard: Made) -> None:
    environment = standard(WHOLE)
    own(environment, "house_headshot", 'extends = "headshot"\ntitle = "Loose"\nmusts.headroom = [0, 1]\n')
    found = catalogue(environment)
    assert found.presets["house_headshot"].musts["headroom"] == Band(0.05, 0.11)
    assert "house_headshot.toml" in str(found.problems[0])


def test_the_standard_extends_no_preset_of_the_users(standard: Made) -> None:
    environment = standard('name = "House"\n[presets.house]\nextends = "mine"\ntitle = "House"\n')
    own(environment, "mine", 'extends = "headshot"\ntitle = "Mine"\n')
    found = catalogue(environment)
    assert "house" not in found.presets
    assert "house.toml, line 3" in str(found.problems[0])


BROKEN = {
    "no name": ("", "name"),
    "a key that is none": ('name = "A"\nnames = "B"\n', "house.toml, line 2"),
    "a wording that is none": ('name = "A"\nwording = "rude"\n', "house.toml, line 2"),
    "no TOML": ('name = "A"\n[presets\n', "line 2"),
    "a band upside down": (
        'name = "A"\n[presets.a]\nextends = "headshot"\ntitle = "A"\n[presets.a.musts]\nheadroom = [2, 1]\n',
        "house.toml, line 6",
    ),
    "a measure that is none": (
        'name = "A"\n[presets.a]\nextends = "headshot"\ntitle = "A"\nmusts.headrom = [1, 2]\n',
        "house.toml, line 5",
    ),
    "a shipped name": ('name = "A"\n[presets.headshot]\nextends = "portrait"\ntitle = "A"\n', "presets.headshot"),
    "a name with a path in it": ('name = "A"\n[presets."../a"]\ntitle = "A"\n', "house.toml, line 2"),
    "a parent that is none": ('name = "A"\n[presets.a]\ntitle = "A"\nextends = "headshoot"\n', "house.toml, line 4"),
}


@pytest.mark.parametrize(("text", "named"), BROKEN.values(), ids=BROKEN)
def test_a_mistake_is_named_with_its_line_and_the_shipped_presets_still_work(
    standard: Made, text: str, named: str
) -> None:
    environment = standard(text)
    found = catalogue(environment)
    assert set(found.presets) == set(catalogue({}).presets)
    assert named in str(found.problems[0])
    with pytest.raises((StandardError, PresetError)):
        find("headshot", environment)


def test_a_standard_that_is_not_there_is_said(tmp_path: Path) -> None:
    [problem] = catalogue({STANDARD: str(tmp_path / "none.toml")}).problems
    assert "none.toml" in str(problem)


def test_a_standard_is_read_again_when_it_changes(standard: Made) -> None:
    assert "house_close" in catalogue(standard(WHOLE)).presets
    assert "house_close" not in catalogue(standard('name = "House"\n')).presets


def test_the_signature_is_of_what_is_said_and_not_of_how(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text(WHOLE, "utf-8")
    tables = WHOLE.split("\n\n")
    other.write_text("# ours\n" + "\n\n\n".join([tables[0], tables[2], tables[1]]), "utf-8")
    assert read_standard(one).hash == read_standard(other).hash
    other.write_text(WHOLE.replace("0.11", "0.12"), "utf-8")
    assert read_standard(one).hash != read_standard(other).hash


@given(st.dictionaries(st.text(max_size=5), st.one_of(st.integers(), st.text(max_size=5), st.floats()), max_size=5))
def test_any_content_has_a_signature_that_its_order_does_not_change(values: dict[str, object]) -> None:
    assert signature(values) == signature(dict(reversed(values.items())))


@given(st.text(max_size=200) | st.sampled_from(WHOLE.splitlines()).map(lambda line: WHOLE.replace(line, line[:-3])))
def test_damage_is_a_sentence_and_never_a_trace(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.toml"
        path.write_text(text, "utf-8", errors="replace")
        with suppress(FramingError):
            read_standard(path)
