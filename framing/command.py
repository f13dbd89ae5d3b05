"""`python -m framing judge`: its options."""

from __future__ import annotations

from pathlib import Path

import click

from framing.stopping import Stopped, Stopping

_FOLDER = click.Path(path_type=Path)  # made where it is missing, and a sentence where it cannot be


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--use", metavar="NAME", help="The intended use, a preset's name such as headshot.")
@click.option("--lang", metavar="CODE", default="en", help="The language of what is said, such as de (default: en).")
@click.option("--json", is_flag=True, help="Print one JSON array.")
@click.option("--annotate", metavar="DIR", type=_FOLDER, help="Save annotated copies there.")
@click.option("--crops", metavar="DIR", type=_FOLDER, help="Save the crop that --use wants of each there.")
def judge(
    files: tuple[str, ...], use: str | None, lang: str, json: bool, annotate: Path | None, crops: Path | None
) -> int:
    """Judge photographs."""
    with Stopping() as stopping:  # before the models are imported, which takes seconds too
        try:
            from framing import folder
            from framing.say import language

            copies = folder.Copies(annotate, crops)
            return folder.run(files, use, copies, language(lang), json=json, stopping=stopping)
        except Stopped as stopped:
            return stopped.status
