"""`python -m framing school prove`: its options, how far it is, and the report."""

from __future__ import annotations

import sys
from json import dumps
from pathlib import Path

import click

from framing.console import Progress, show


@click.command("school prove")
@click.argument("files", nargs=-1, metavar="[PHOTO]...", type=click.Path(path_type=Path))
@click.option("--runs", metavar="N", type=click.IntRange(0, 100_000), default=100, show_default=True,
              help="How many drill runs are led through pictures.")  # fmt: skip
@click.option("--json", is_flag=True, help="Print one JSON object.")
def school_prove(files: tuple[Path, ...], runs: int, json: bool) -> int:
    """Hold the school to what it says of its scores.

    Clumsy trainees must score below good ones, the same performance alike, and a single fault only on its own axis:
    on copies of each PHOTO, or of the packaged photographs without one. And every drill must be possible.
    """
    from framing.lab.prove.run import PACKAGED
    from framing.lab.school.by_readings import below
    from framing.lab.school.faults import faults
    from framing.lab.school.pictures import pairs
    from framing.lab.school.possible import possible
    from framing.lab.school.report import Report
    from framing.lab.school.trainee import CLUMSY
    from framing.school.catalogue import load

    files = files or PACKAGED
    drills = [drill for drill in load().values() if not drill.short]
    readings = [below(drill, CLUMSY, seed) for seed in range(20) for drill in drills]
    run, copies, errors = [], [], 0
    with Progress(runs + len(files)) as progress:
        for pair in pairs(runs):
            run.append(pair)
            progress.at(len(run), f"{len(run)} of {runs} drill runs")
        for number, outcome in enumerate(faults(files), start=1):
            progress.at(runs + number, f"{number} of {len(files)} photographs")
            if isinstance(outcome, tuple):
                errors += 1
                with progress.aside():
                    print(f"{outcome[0]}: {outcome[1]}", file=sys.stderr)
            else:
                copies += outcome
    report = Report(readings, run, copies, list(possible()))
    if json:
        print(dumps(report.as_json(), indent=2))
    else:
        show(report.for_people())
    return int(bool(errors))
