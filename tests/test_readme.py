"""What the README claims is so: commands, uses, settings, keys and every figure that does not need the photographs."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from framing import presets
from framing.commands import COMMANDS
from framing.crop import Offer, offer
from framing.delivery import ENLARGED
from framing.page.kept import GRACE, WAIT
from framing.perceive.fixed import sitter
from framing.photo.process import SECONDS
from framing.photo.worker import MEMORY
from framing.presets.file import MOST_PIXELS
from framing.presets.intent import QUESTIONS
from framing.presets.written import MOST_BYTES
from framing.report import crop_as_json
from framing.session.pace import WANTED
from framing.session.seats import MOST, max_sessions
from framing.steady.name import STOOD
from framing.types import Absent, Preset, Viewfinder
from framing.verdict.terms import TERMS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SAID = " ".join(README.split())
COMMAND = re.compile(r"-m framing (\w+.*)")
NUMBERS = [
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "thirteen",
]
USES = presets.load()


def commands() -> list[str]:
    """Every command line of the README and of CONTRIBUTING, without its comment."""
    texts = (README, (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    found = (line.split("#")[0].split("`")[0] for text in texts for line in COMMAND.findall(text))
    return sorted({line.strip() for line in found})


@pytest.mark.parametrize("line", commands())
def test_a_command_exists_with_every_option_and_use_that_it_is_shown_with(line: str) -> None:
    first, second, *_ = (*line.split(), "")
    name = f"{first} {second}" if f"{first} {second}" in COMMANDS.commands else first
    assert name in COMMANDS.commands
    options = {word for o in COMMANDS.commands[name].params if isinstance(o, click.Option) for word in o.opts}
    assert set(re.findall(r"--\w+", line)) <= options
    assert set(re.findall(r"--use (\w+)", line)) <= set(USES)


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under that heading, without its head."""
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_every_use_that_comes_with_the_guide_is_in_the_table_with_its_pixels(use: Preset) -> None:
    first = use.title.split()[0].strip(",")
    told = " ".join(picture for name, picture, _ in rows("Uses") if first in name)
    assert told, f"no row for {use.title}"
    for pixels in (use.pixels, use.most_pixels):
        if "×" in told and pixels is not None:
            assert "{} × {}".format(*pixels) in told


def test_the_settings_told_are_those_that_are_read() -> None:
    code = "".join(file.read_text("utf-8") for file in (ROOT / "framing").rglob("*.py"))
    told = re.findall(r"^\| `(FRAMING_\w+)` \|", README, re.MULTILINE)
    assert set(told) == set(re.findall(r"\bFRAMING_[A-Z_]+", code))


def test_the_keys_of_a_suggested_crop_are_told() -> None:
    window = Viewfinder(0, 0, 1200, 900)
    offered = offer(sitter(aspect=4 / 3), window, (1200, 900), USES["headshot"])
    assert isinstance(offered, Offer)
    told = SAID.split("holds `suggested_crop`:")[1].split("In JSON")[0]
    assert set(re.findall(r"`(\w+)`", told)) == {*crop_as_json(offered), *crop_as_json(Absent("nobody"))}


FIGURES = [
    f"Answer {NUMBERS[len(QUESTIONS)]} short questions",
    f"judged from the picture alone by {NUMBERS[len({term.difference for term in TERMS})]} differences",
    f"The {NUMBERS[len(TERMS)]} weights of the verdict",
    f"what has stood for {NUMBERS[int(STOOD)]} seconds",
    f"it is scaled up to {NUMBERS[int(ENLARGED)]} times at most",
    f"may be enlarged {ENLARGED:.0f} times at most",
    f"one of {SECONDS:.0f} seconds and, on Linux, {MEMORY >> 30} GB of memory for a photograph",
    f"at most {WAIT / 60:.0f} minutes",
    f"{GRACE:.0f} seconds later they are deleted",
    f"A file may hold {MOST_BYTES // 1000} kB",
    f"{MOST_PIXELS // 1_000_000} million together",
    f"cannot look at every sitter {WANTED:.0f} times a second",
    f"1 to {MOST}, {max_sessions({})} by default",
    f"{NUMBERS[max_sessions({})].capitalize()} people at a time by default",
]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_that_of_the_code(figure: str) -> None:
    assert figure in SAID


def test_who_the_raters_are_is_told_before_any_figure_of_agreement() -> None:
    section = SAID.split("## How well it sees")[1].split("## Untried")[0]
    assert section.index("two passes of vision models (the raters; no people)") < section.index("kappa")
