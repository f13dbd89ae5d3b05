"""`python -m framing doctor`: its options, and its findings in colour on a terminal."""

from __future__ import annotations

import click
from rich.text import Text

from framing.console import show
from framing.lab.doctor.result import Result, State
from framing.lab.doctor.run import SIGNS, run

_COLOURS = {State.OK: "green", State.WARN: "yellow", State.FAIL: "red"}


@click.command()
@click.option("--json", is_flag=True, help="Print one JSON array.")
def doctor(json: bool) -> int:
    """Check this installation and say what to do."""
    return run(as_json=json, tell=tell)


def tell(finding: Result) -> None:
    """Print a finding, and below it what to do."""
    show([Text.assemble((SIGNS[finding.state], _COLOURS[finding.state]), f" {finding.name}: {finding.found}")])
    if finding.remedy:
        show([f"    → {finding.remedy}"])
