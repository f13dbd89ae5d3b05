"""`python -m framing prove`: its options, how far it is, and the report."""

from __future__ import annotations

import sys
from json import dumps
from pathlib import Path

import click

from framing.console import Progress, show


@click.command()
@click.argument("files", nargs=-1, metavar="[PHOTO]...", type=click.Path(path_type=Path))
@click.option("--json", is_flag=True, help="Print one JSON object.")
def prove(files: tuple[Path, ...], json: bool) -> int:
    """Check that every cue points the right way.

    It is checked on copies, with a known cure, of each PHOTO; without one, of the packaged photographs.
    """
    from framing.lab.prove import run
    from framing.lab.prove.report import Report, in_short

    files = files or run.PACKAGED
    proofs, errors = [], []
    with Progress(len(files)) as progress:
        for number, outcome in enumerate(run.prove(files), start=1):
            if isinstance(outcome, run.Proof):
                proofs.append(outcome)
                progress.at(number, f"[{number}/{len(files)}] {in_short(outcome)}")
            else:
                errors.append(outcome)
                with progress.aside():
                    print(f"{outcome[0]}: {outcome[1]}", file=sys.stderr)
    report = Report(proofs, errors)
    if json:
        print(dumps(report.as_json(), indent=2))
    else:
        show(report.for_people())
    return int(bool(errors))
