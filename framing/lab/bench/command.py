"""`python -m framing bench`: its options, and what it came to."""

from __future__ import annotations

from json import dumps

import click

from framing.console import Progress, show


@click.command()
@click.option("--browser", is_flag=True, help="Measure the stage in a browser and several sitters, and nothing else.")
@click.option("--room", is_flag=True, help="Measure a room with a coach and a sitter in browsers, and nothing else.")
@click.option("--json", is_flag=True, help="Print one JSON object.")
def bench(json: bool, browser: bool, room: bool) -> int:
    """Measure the speed of each step on this machine."""
    from framing.lab.bench import live, remote, run

    part = remote if room else live if browser else run
    with Progress(part.PARTS) as progress:
        result = part.run(progress.at)
    if json:
        print(dumps(result.as_json(), indent=2))
    else:
        show(result.for_people())
    return 0
