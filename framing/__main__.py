"""The command line: `python -m framing COMMAND ...`; what each command does stands with it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from framing.errors import FramingError, WriteError
from framing.stopping import INTERRUPTED, Stopped, Stopping

_STEADY = "evaluate steady"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 all well, 1 a photograph or something to write failed, 2 the command could not be carried out.

    130 after Ctrl-C, and for `judge` 143 after SIGTERM.
    """
    options = _parser().parse_args(_joined(sys.argv[1:] if arguments is None else arguments))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # an arrow, or a name in another encoding, must not end the run
            stream.reconfigure(errors="backslashreplace")
    try:
        status: int = options.run(options)
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


def _without_output(error: OSError) -> int:
    """The reader has gone, or the disk is full: said, and what was not printed yet is dropped."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    print(WriteError("an output that takes what is printed", str(error.strerror), "send it elsewhere"), file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m framing", description="Headshot or portrait, why, and what next.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    judge = commands.add_parser("judge", help="judge photographs")
    judge.add_argument("files", nargs="+", metavar="FILE")
    judge.add_argument("--use", metavar="NAME", help="the intended use, a preset's name such as headshot")
    judge.add_argument("--json", action="store_true", help="print one JSON array")
    judge.add_argument("--annotate", metavar="DIR", type=Path, help="save annotated copies there")
    judge.add_argument("--crops", metavar="DIR", type=Path, help="save there the crop that --use wants of each")
    judge.set_defaults(run=_judge)
    evaluate = commands.add_parser("evaluate", help="hold the guide against people's labels of photographs")
    fit = commands.add_parser("fit", help="fit the verdict's points to such labels, cross-validated by source")
    for command, run in ((evaluate, _evaluate), (fit, _fit)):
        command.add_argument("labels", type=Path, metavar="LABELS.csv", help="id, file, reads_as, crop …")
        command.add_argument("--photos", type=Path, metavar="DIR", required=True, help="the folder of the files")
        command.set_defaults(run=run)
    evaluate.add_argument("--json", type=Path, metavar="OUT", help="also write every photograph's figures there")
    steady = commands.add_parser(_STEADY, help="count how often the live guide changes its word in a clip of somebody")
    steady.add_argument("clips", nargs="+", type=Path, metavar="CLIP", help="a film of somebody before a camera")
    steady.add_argument("--use", metavar="NAME", help="the intended use (default: headshot, linkedin and portrait)")
    steady.add_argument("--json", action="store_true", help="print one JSON array")
    steady.set_defaults(run=_steady)
    prove = commands.add_parser("prove", help="check on copies with a known cure that every cue points the right way")
    prove.add_argument("files", nargs="*", metavar="PHOTO", type=Path, help="instead of the packaged photographs")
    prove.add_argument("--json", action="store_true", help="print one JSON object")
    prove.set_defaults(run=_prove)
    bench = commands.add_parser("bench", help="measure the speed of each step on this machine")
    bench.add_argument("--json", action="store_true", help="print JSON")
    bench.set_defaults(run=_bench)
    doctor = commands.add_parser("doctor", help="check this installation and say what to do")
    doctor.add_argument("--json", action="store_true", help="print one JSON array")
    doctor.set_defaults(run=_doctor)
    sitter = commands.add_parser("sitter", help="let simulated sitters follow the guide until it says ready")
    sitter.add_argument("photo", nargs="?", type=Path, metavar="PHOTO", help="of one person; without, the packaged one")
    sitter.add_argument("--use", metavar="NAME", default="headshot", help="the intended use (default: headshot)")
    sitter.add_argument("--starts", metavar="N", type=_at_least_one, default=200, help="how many (default: 200)")
    sitter.add_argument("--json", action="store_true", help="print JSON")
    sitter.set_defaults(run=_sitter)
    return parser


def _joined(arguments: Sequence[str]) -> list[str]:
    """The arguments with a command of two words as one: `evaluate` takes a file of labels or the word `steady`."""
    words = _STEADY.split()
    return [_STEADY, *arguments[2:]] if list(arguments[:2]) == words else list(arguments)


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or len(text) > 9 or int(text) < 1:  # Python reads no number of more than 4,300 digits
        raise argparse.ArgumentTypeError(f"{text[:12]} is no whole number from 1 to 999999999")
    return int(text)


def _judge(options: argparse.Namespace) -> int:
    with Stopping() as stopping:  # before the models are imported, which takes seconds too
        try:
            from framing import folder

            copies = folder.Copies(options.annotate, options.crops)
            return folder.run(options.files, options.use, copies, json=options.json, stopping=stopping)
        except Stopped as stopped:
            return stopped.status


def _evaluate(options: argparse.Namespace) -> int:
    from framing.lab.evaluate import command

    return command.evaluate(options.labels, options.photos, options.json)


def _steady(options: argparse.Namespace) -> int:
    from framing.lab.evaluate import steady

    return steady.run(options.clips, options.use, json=options.json)


def _fit(options: argparse.Namespace) -> int:
    from framing.lab.evaluate import command

    return command.fit(options.labels, options.photos)


def _prove(options: argparse.Namespace) -> int:
    from framing.lab.prove import command

    return command.run(options.files, json=options.json)


def _bench(options: argparse.Namespace) -> int:
    from framing.lab.bench.run import run

    result = run()
    print(json.dumps(result.as_json(), indent=2) if options.json else "\n".join(result.as_lines()))
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from framing.lab.doctor.run import run

    return run(options.json)


def _sitter(options: argparse.Namespace) -> int:
    from framing.lab.sitter import command

    return command.run(options.photo, options.use, options.starts, json=options.json)


if __name__ == "__main__":
    sys.exit(main())
