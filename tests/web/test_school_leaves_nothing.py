"""What the record's addresses ask of the system: nothing is written before somebody opts in, and then one file."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.watch import Watch, around, outside, programs, written

ROOT = Path(__file__).parents[2]
# A server with the record's addresses, asked as a page asks: whose record, the class, a report; and an opt-in or not.
SCRIPT = """
from pathlib import Path
from tests.web.test_school_records import looking, school
from framing.web.school_trainer import TRAINEE
from tests.records.making import attempt

with school(Path({folder!r})) as there:
    looking(there)
    for how, path in (("GET", "mine"), ("GET", "class"), ("GET", "report/a.html"), ("DELETE", "mine")):
        there.asks(how, path)
    there.page.ask("POST", "/guide/school/moments", {{"kind": "verdict", "what": "reads_as"}})
    if {opted}:
        token = there.enrol(pictures=True)
        one = attempt()
        assert there.kept.keep(token, one)
        assert there.page.ask("GET", "/guide/school/mine", **{{TRAINEE: token}}).status == 200
        assert there.page.ask("GET", f"/guide/school/report/{{one.id}}.html", **{{TRAINEE: token}}).status == 200
"""


@pytest.mark.parametrize("opted", [False, True], ids=["nobody opts in", "somebody opts in"])
def test_the_school_reaches_nobody_runs_no_program_and_keeps_nothing_but_its_one_file(
    tmp_path: Path, opted: bool
) -> None:
    watch, data = Watch(tmp_path), tmp_path / "data"
    data.mkdir()
    script = SCRIPT.format(folder=str(data), opted=opted)
    subprocess.run([*watch.before, sys.executable, "-B", "-c", script], cwd=ROOT, check=True)
    calls = watch.calls()
    assert outside(calls) == [], around(calls)
    assert {name for name in programs(calls) if not name.startswith("python")} == set()
    # The journal stands beside the file for as long as a change is made.
    allowed = {str(data / "school.db"), str(data / "school.db-journal")} if opted else set()
    assert written(calls) - allowed == set()
    assert [path.name for path in data.iterdir()] == (["school.db"] if opted else [])
