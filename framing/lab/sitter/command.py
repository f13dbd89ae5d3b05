"""`python -m framing sitter`: its options, progress while it runs, and what it came to."""

from __future__ import annotations

import os
from json import dumps
from pathlib import Path

import click

from framing.console import Progress, show


@click.command()
@click.argument("photo", required=False, type=click.Path(path_type=Path))
@click.option("--use", metavar="NAME", default="headshot", show_default=True, help="The intended use.")
@click.option("--starts", metavar="N", type=click.IntRange(1, 999_999_999), default=200, show_default=True,
              help="How many sitters start.")  # fmt: skip
@click.option("--json", is_flag=True, help="Print one JSON object.")
def sitter(photo: Path | None, use: str, starts: int, json: bool) -> int:
    """Lead simulated sitters until they are ready.

    PHOTO is of one person; without it, the packaged one is taken.
    """
    from framing import presets
    from framing.lab.sitter.many import check, furnished, runs
    from framing.lab.sitter.report import Report
    from framing.lab.sitter.run import Run

    preset = presets.find(use, os.environ)
    check(furnished(photo), preset)
    done: list[Run] = []
    with Progress(starts) as progress:
        for one in runs(photo, use, starts):
            done.append(one)
            progress.at(len(done), f"{len(done)} of {starts} starts, {sum(r.ready for r in done)} ready")
    report = Report(done)
    if json:
        print(dumps(report.as_json(), indent=2))
    else:
        show([f"{preset.title}:", *report.for_people()])
    return 0
