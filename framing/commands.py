"""Every command gathered: none imports what it works with before it runs, so that `--help` is there at once."""

from __future__ import annotations

import sys

import click

from framing.command import judge
from framing.lab.bench.command import bench
from framing.lab.doctor.command import doctor
from framing.lab.evaluate.command import evaluate, fit, steady
from framing.lab.prove.command import prove
from framing.lab.school.command import school_prove
from framing.lab.sitter.command import sitter
from framing.records.command import erase, export
from framing.school.command import drills, standard

SCHOOL = (drills, standard, export, erase, school_prove)
_PROGRAM = "python -m framing"


class _Commands(click.Group):
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A command may be of two words: `evaluate` takes a file of labels, or the word `steady`."""
        words = " ".join(args[:2])
        if words in self.commands:
            return words, self.commands[words], args[2:]
        return super().resolve_command(ctx, args)


COMMANDS = _Commands(
    help="Headshot or portrait, why, and what next.",
    commands=[judge, evaluate, steady, fit, prove, sitter, bench, doctor, *SCHOOL],
    no_args_is_help=False,  # as anything else that is missing, it is said on stderr
)


def run(arguments: list[str]) -> int:
    """The command's exit status; 2 where the arguments name none, with a sentence on stderr that says so."""
    # Not click's own main(): it ends without a word when the output's reader has gone, which has a sentence here.
    try:
        with COMMANDS.make_context(_PROGRAM, arguments) as context:
            status: int = COMMANDS.invoke(context)
    except click.exceptions.Exit as ended:  # after --help
        return ended.exit_code
    except click.UsageError as error:
        asked = error.ctx.command_path if error.ctx else _PROGRAM
        print(f"{error.format_message()} See {asked} --help.", file=sys.stderr)
        return error.exit_code
    return status
