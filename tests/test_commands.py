"""The command line itself: what cannot be understood is one line, and output suits a terminal, a file and a pipe."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from framing.__main__ import main
from framing.commands import COMMANDS
from framing.console import show, table

ROOT = Path(__file__).parents[1]
HEAVY = {"av", "cv2", "mediapipe", "numpy", "streamlit"}


def python(code: str, **how: object) -> subprocess.CompletedProcess[str]:
    """What a Python of its own prints."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": ROOT, "timeout": 60} | how
    return subprocess.run([sys.executable, "-c", code], text=True, check=False, **streams)  # type: ignore[call-overload,no-any-return]


def on_a_terminal(code: str, **environment: str) -> str:
    """What a Python of its own shows on a terminal that is its output and its error output."""
    ours, theirs = pty.openpty()
    known = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    python(code, stdout=theirs, stderr=theirs, env={**known, "TERM": "xterm", "COLUMNS": "80"} | environment)
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    return shown


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["jugde", "a.jpg"], "'jugde'. Did you mean 'judge'?"),
        (["judge", "a.jpg", "--jsno"], "'--jsno'. Did you mean '--json'?"),
        (["judge"], "FILE"),
        (["judge", "a.jpg", "--use"], "'--use'"),
        (["evaluate", "labels.csv"], "--photos"),
        (["evaluate", "steady"], "CLIP"),
        (["sitter", "--starts", "0"], "0 is not in the range"),
        (["--nosuch"], "--nosuch"),
        ([], "command"),
    ],
)
def test_what_cannot_be_understood_is_one_line_that_names_it_and_where_to_read_more(
    capsys: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert named in err
    assert err.rstrip().endswith("--help.")


@pytest.mark.parametrize("command", COMMANDS.commands)
def test_every_command_says_what_it_does_and_what_each_option_means(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main(["--help"]) == 0
    assert f"  {command} " in capsys.readouterr().out
    assert main([*command.split(), "--help"]) == 0
    assert f"Usage: python -m framing {command} " in capsys.readouterr().out
    assert COMMANDS.commands[command].help
    options = [p for p in COMMANDS.commands[command].params if p.param_type_name == "option"]
    assert all(getattr(option, "help", None) for option in options)


def test_help_is_there_before_anything_that_takes_long_to_import() -> None:
    done = python(f"""
import sys
from framing.__main__ import main
main(["--help"])
print(sorted(set(sys.modules) & {HEAVY!r}), file=sys.stderr)
""")
    assert "judge" in done.stdout
    assert done.stderr == "[]\n"


def test_without_the_packages_a_command_says_how_they_are_installed() -> None:
    bare = [sys.executable, "-S", "-m", "framing", "judge", "a.jpg"]  # -S: without this environment's packages
    done = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("Expected the packages of requirements.txt")
    assert done.stderr.count("\n") == 1


TABLE = "from framing.console import show, table; show([table(('change', 'copies'), [('x' * 90, '1')])])"


def test_a_table_in_a_pipe_is_whole_and_without_colour() -> None:
    assert python(TABLE).stdout.splitlines() == ["change".ljust(90) + "  copies", "x" * 90 + "  " + "1".rjust(6)]


def test_lines_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    line = "[bold]a[/bold] :smile: 'b' " + "c" * 200
    show([line])
    assert capsys.readouterr().out == line + "\n"


def test_a_finding_is_coloured_on_a_terminal_but_not_against_the_persons_wish_nor_in_a_pipe() -> None:
    code = (
        "from framing.lab.doctor.command import tell; from framing.lab.doctor.result import Result, State; "
        "tell(Result('port', State.WARN, 'taken', 'use another'))"
    )
    plain = "! port: taken\n    → use another\n"
    assert "\x1b[33m!" in on_a_terminal(code)
    assert on_a_terminal(code, NO_COLOR="1").replace("\r\n", "\n") == plain
    assert python(code).stdout == plain


def test_a_reader_that_has_gone_is_said_by_a_table_and_by_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        """A pipe that nobody reads any more."""

        encoding = "utf-8"

        def write(self, _: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None: ...

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdout", Gone())
    for part in ("a line", table(("a",), [("b",)])):
        with pytest.raises(BrokenPipeError):
            show([part])


PROGRESS = """
from framing.console import Progress
with Progress(2) as progress:
    progress.at(0, "[1/2] first[red].jpg")
    with progress.aside():
        print("a result")
    progress.at(1, "[2/2] second.jpg")
"""


def test_progress_is_shown_on_a_terminal_beside_the_results_and_is_taken_away_at_the_end() -> None:
    shown = on_a_terminal(PROGRESS)
    assert "[1/2] first[red].jpg" in shown
    assert "[2/2] second.jpg" in shown
    assert "\x1b[2Ka result\r\n" in shown  # on a line that was cleared first
    assert shown.rstrip().endswith("\x1b[2K")


def test_progress_is_silent_where_no_terminal_is() -> None:
    done = python(PROGRESS)
    assert (done.stdout, done.stderr) == ("a result\n", "")


def test_a_terminal_that_moves_no_cursor_is_shown_the_results_alone() -> None:
    assert on_a_terminal(PROGRESS, TERM="dumb") == "a result\r\n"


def test_results_stay_in_the_output_when_only_the_error_output_is_a_terminal() -> None:
    ours, theirs = pty.openpty()
    done = python(PROGRESS, stderr=theirs)
    os.close(theirs)
    os.close(ours)
    assert done.stdout == "a result\n"


def test_an_output_in_another_encoding_takes_every_character() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252:backslashreplace"}  # the handler that `main` sets
    done = python(TABLE.replace("'x' * 90", "'→ é ✓'"), env=environment, encoding="cp1252")
    assert "\\u2192 é \\u2713" in done.stdout
