"""`python -m framing evaluate`, `evaluate steady` and `fit`: their options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_PATH = click.Path(path_type=Path)


def _labelled(command: Callable[..., Any]) -> Callable[..., Any]:
    """The labels and the folder that `evaluate` and `fit` both take."""
    labels = click.argument("labels", metavar="LABELS.csv", type=_PATH)
    photos = click.option("--photos", metavar="DIR", type=_PATH, required=True, help="The folder of the photographs.")
    return labels(photos(command))


@click.command()
@_labelled
@click.option("--json", metavar="OUT", type=_PATH, help="Also write every photograph's figures there.")
def evaluate(labels: Path, photos: Path, json: Path | None) -> int:
    """Compare the guide with labels of photographs.

    The columns of LABELS.csv are id, file, reads_as, crop and what else raters may say of a photograph.
    """
    from framing.lab.evaluate import labelled

    return labelled.evaluate(labels, photos, json)


@click.command()
@_labelled
def fit(labels: Path, photos: Path) -> int:
    """Fit the verdict's points to labels of photographs.

    How well they do is cross-validated: no photograph is judged by points that were fitted to others of its source.
    """
    from framing.lab.evaluate import labelled

    return labelled.fit(labels, photos)


@click.command("evaluate steady")
@click.argument("clips", nargs=-1, required=True, metavar="CLIP...", type=_PATH)
@click.option("--use", metavar="NAME", help="The intended use; without it: headshot, linkedin and portrait.")
@click.option("--json", is_flag=True, help="Print one JSON array.")
def steady(clips: tuple[Path, ...], use: str | None, json: bool) -> int:
    """Count how often the live guide changes its word.

    CLIP is a film of somebody before a camera.
    """
    from framing.lab.evaluate import steady as command

    return command.run(clips, use, json=json)
