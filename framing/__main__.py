"""The command line: `python -m framing COMMAND ...`; the options of each command stand with the command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from framing.errors import FramingError, SettingsError, WriteError
from framing.stopping import INTERRUPTED


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 all well, 1 a photograph or something to write failed, 2 the command could not be carried out.

    130 after Ctrl-C, and for `judge` 143 after SIGTERM.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # an arrow, or a name in another encoding, must not end the run
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:  # as it is where the output was closed
            sys.stdout.flush()
    except FramingError as error:
        print(error, file=sys.stderr)
        return 1 if isinstance(error, WriteError) else 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # of the output: what a command reads and writes besides has sentences of its own
        return _without_output(error)
    return status


def _run(arguments: list[str]) -> int:
    try:
        from framing.commands import run
    except ModuleNotFoundError as missing:
        return _without_packages(arguments, missing)
    return run(arguments)


def _without_packages(arguments: list[str], missing: ModuleNotFoundError) -> int:
    """Nothing is installed here: the doctor alone can run, and says what to do."""
    from framing.lab.doctor import machine, run

    if arguments[:1] == ["doctor"]:
        return run.run(as_json="--json" in arguments)
    raise SettingsError("the packages of requirements.txt", f"no {missing.name}", machine.REINSTALL) from missing


def _without_output(error: OSError) -> int:
    """The reader has gone, or the disk is full: said, and what was not printed yet is dropped."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    print(WriteError("an output that takes what is printed", str(error.strerror), "send it elsewhere"), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
