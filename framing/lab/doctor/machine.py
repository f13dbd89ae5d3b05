"""What the guide stands on: Python, packages, system libraries, models, font, settings."""

from __future__ import annotations

import ctypes
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from framing.errors import FramingError
from framing.lab.doctor.result import Result, State

ROOT = Path(__file__).parents[3]
REINSTALL = "run pip install -r requirements.txt, or make setup"
# The systems for which there is a wheel of the pinned mediapipe, as Python names them.
BUILT_FOR = {("Linux", "x86_64"), ("Darwin", "arm64"), ("Windows", "AMD64")}
# As .ci/system looks for them; packages.txt names the Debian packages that bring them.
LIBRARIES = ("libEGL.so.1", "libGLESv2.so.2", "libGL.so.1", "libgthread-2.0.so.0")


def python() -> Iterator[Result]:
    """Python's version."""
    found = platform.python_version()
    good = sys.version_info >= (3, 11)
    yield Result("python", State.OK if good else State.FAIL, found, "" if good else "install Python 3.11 or newer")


def computer() -> Iterator[Result]:
    """Whether mediapipe is built for this kind of computer: pip finds nothing to install on any other."""
    system, kind = platform.system(), platform.machine()
    if (system, kind) in BUILT_FOR:
        yield Result("computer", State.OK, f"{system} {kind}: mediapipe is built for it")
    else:
        remedy = "run the guide on Linux or Windows with an Intel or AMD processor, or on a Mac with an Apple processor"
        found = f"{system} {kind}: mediapipe is not built for it, so the guide cannot be installed here"
        yield Result("computer", State.FAIL, found, remedy)


def packages() -> Iterator[Result]:
    """Every pinned package, at its pin."""
    pins = re.findall(r"^([\w-]+)==([\w.]+)$", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    wrong = [f"{name} {_version(name)} instead of {pin}" for name, pin in pins if _version(name) != pin]
    if wrong:
        yield Result("packages", State.FAIL, "; ".join(wrong), REINSTALL)
    else:
        yield Result("packages", State.OK, f"{len(pins)} pinned packages, each at its pin")


def libraries() -> Iterator[Result]:
    """The system libraries that the wheels need on Linux."""
    if platform.system() != "Linux":
        yield Result("libraries", State.OK, "nothing more is needed on this system")
        return
    missing = [name for name in LIBRARIES if not _loads(name)]
    line = f"run sudo apt-get install -y {' '.join((ROOT / 'packages.txt').read_text('utf-8').split())}"
    yield Result(
        "libraries",
        State.FAIL if missing else State.OK,
        f"missing: {', '.join(missing)}" if missing else f"{len(LIBRARIES)} of {len(LIBRARIES)} load",
        line if missing else "",
    )


def vision() -> Iterator[Result]:
    """OpenCV, whole: two packages write into the one folder cv2/."""
    import cv2

    whole = hasattr(cv2, "GaussianBlur") and hasattr(cv2, "ximgproc")
    remedy = "run pip install --force-reinstall --no-deps opencv-contrib-python opencv-python"
    yield Result("opencv", State.OK if whole else State.FAIL, cv2.__version__, "" if whole else remedy)


def models() -> Iterator[Result]:
    """The three model files, as published, and that they open."""
    from framing.perceive.models import Model, find
    from framing.perceive.still_eyes import StillEyes

    for model in Model:
        try:
            yield Result("model", State.OK, f"{model.file} at {find(model)}")
        except FramingError as error:
            yield Result("model", State.FAIL, str(error.found), str(error.remedy))
            return
    StillEyes().close()
    yield Result("eyes", State.OK, "the models open")


def font() -> Iterator[Result]:
    """The font that cues are drawn in."""
    from framing.overlay.shapes import Caption, Spot, Status
    from framing.overlay.text import extent, settings

    width, height = extent(settings(Caption("Come closer", Spot.LOW, Status.PLAIN))[0], 32, with_sign=True)
    yield Result("font", State.OK, f"draws a cue of {width} x {height} pixels")


def languages() -> Iterator[Result]:
    """In which of its languages the guide can draw cues on a picture; in the others it draws them in English."""
    from framing.overlay.fonts import lacking
    from framing.say.language import OFFERED, language

    names = [language(code).name for code in OFFERED]
    missing = {name: package for name in names if (package := lacking(name))}
    found = f"cues are drawn in {', '.join(name for name in names if name not in missing)}"
    if missing:
        remedy = f"run sudo apt-get install -y {' '.join(sorted(set(missing.values())))}, or the like on this system"
        yield Result("languages", State.WARN, f"{found}; for {', '.join(missing)} in English", remedy)
    else:
        yield Result("languages", State.OK, found)


def started_from() -> Iterator[Result]:
    """Whether Streamlit finds the guide's settings, which it does only when started from the guide's folder."""
    from streamlit import config

    good = config.get_option("runner.postScriptGC") is False
    remedy = f"start the guide from its own folder: cd {ROOT} && streamlit run app.py"
    found = "found" if good else "not found: the picture will stutter"
    yield Result("settings", State.OK if good else State.WARN, found, "" if good else remedy)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
