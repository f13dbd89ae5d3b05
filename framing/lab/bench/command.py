"""`python -m framing bench`: its options, and what it came to."""

from __future__ import annotations

from json import dumps

import click

from framing.console import Progress, show


@click.command()
@click.option("--json", is_flag=True, help="Print one JSON object.")
def bench(json: bool) -> int:
    """Measure the speed of each step on this machine."""
    from framing.lab.bench.run import PARTS, run

    with Progress(PARTS) as progress:
        result = run(progress.at)
    if json:
        print(dumps(result.as_json(), indent=2))
    else:
        show(result.for_people())
    return 0
