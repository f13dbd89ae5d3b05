"""What the README promises: nothing leaves the machine. The live page has its own test, in tests/browser/."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.watch import Watch, around, outside, programs, written

ROOT = Path(__file__).parents[1]
# Where mediapipe 0.10.35 and later send usage logs, and what their sender is called (google-ai-edge/mediapipe#6291).
LIBRARIES = (".so", ".dylib", ".dll", ".pyd")
SENDER = (b"play.googleapis.com", b"clearcut")


@pytest.mark.models
def test_judging_a_photograph_reaches_nobody_runs_no_program_and_writes_nothing(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    judged = subprocess.run(
        [*watch.before, sys.executable, "-m", "framing", "judge", "assets/sample.jpg"],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    calls = watch.calls()
    assert "reads as" in judged.stdout, judged.stderr
    assert any("face_landmarker.task" in line for line in calls), "the models were opened under the watch"
    assert outside(calls) == [], around(calls)
    assert {name for name in programs(calls) if not name.startswith("python")} == set()
    assert written(calls) == set()


def test_the_installed_mediapipe_has_no_usage_log() -> None:
    spec = find_spec("mediapipe")
    assert spec is not None
    assert spec.origin is not None
    files = [path for path in Path(spec.origin).parent.rglob("*") if path.suffix in (*LIBRARIES, ".py")]
    assert any(path.suffix in LIBRARIES for path in files)
    holding = {(path.name, name) for path in files for name in SENDER if name in path.read_bytes()}
    assert holding == set(), "a later mediapipe reports each task to its maker: requirements.txt says which does not"


def test_what_mediapipe_is_imported_without_is_whole_for_code_that_wants_it_afterwards() -> None:
    script = (
        "import sys, framing.overlay, framing.perceive.tasks; "
        "assert not {'sounddevice', 'matplotlib', 'matplotlib.pyplot'} & sys.modules.keys(); "
        "import matplotlib.pyplot; matplotlib.pyplot.figure"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
