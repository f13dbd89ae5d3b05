"""`python -m framing evaluate`, `evaluate steady` and `fit`: their options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_PATH = click.Path(path_type=Path)


def _labelled(command: Callable[..., Any]) -> Callable[..., Any]:
    """What `evaluate` and `fit` both take: labels and the folder of their photographs, or the studio's own record."""
    labels = click.argument("labels", metavar="LABELS.csv", type=_PATH, required=False)
    photos = click.option("--photos", metavar="DIR", type=_PATH, help="The folder of the photographs.")
    studio = click.option("--studio", is_flag=True, help="Go by what the studio's trainers have answered instead.")
    return labels(photos(studio(command)))


def _both(labels: Path | None, photos: Path | None) -> tuple[Path, Path]:
    """Labels and folder; raises UsageError for the one that is missing."""
    if labels is None:
        raise click.MissingParameter(param_hint="'LABELS.csv'", param_type="argument")
    if photos is None:
        raise click.MissingParameter(param_hint="'--photos'", param_type="option")
    return labels, photos


def _alone(labels: Path | None, photos: Path | None) -> None:
    """Raise UsageError where labels are given beside --studio."""
    if labels is not None or photos is not None:
        raise click.UsageError("--studio goes by the school's record: leave out LABELS.csv and --photos.")


@click.command()
@_labelled
@click.option("--json", metavar="OUT", type=_PATH, help="Also write every photograph's figures there.")
def evaluate(labels: Path | None, photos: Path | None, json: Path | None, *, studio: bool) -> int:
    """Compare the guide with labels of photographs, or with what the studio's trainers have answered.

    The columns of LABELS.csv are id, file, reads_as, crop and what else raters may say of a photograph.
    """
    if studio:
        _alone(labels, photos or json)
        from framing.lab.evaluate import studio as answered

        return answered.evaluate()
    both = _both(labels, photos)
    from framing.lab.evaluate import labelled

    return labelled.evaluate(*both, json)


@click.command()
@_labelled
@click.option("--out", metavar="OUT.toml", type=_PATH, help="With --studio: write the studio's own weights there.")
def fit(labels: Path | None, photos: Path | None, out: Path | None, *, studio: bool) -> int:
    """Fit the verdict's points to labels of photographs, or to what the studio's trainers have answered.

    How well they do is cross-validated: no photograph is judged by points that were fitted to others of its source.
    """
    if studio:
        _alone(labels, photos)
        from framing.lab.evaluate.labelled import needs_scipy

        needs_scipy()
        from framing.lab.evaluate import studio as answered

        return answered.fit_studio(out)
    if out is not None:
        raise click.UsageError("--out goes with --studio: the guide's own points stand in framing/verdict/terms.py.")
    both = _both(labels, photos)
    from framing.lab.evaluate import labelled

    return labelled.fit(*both)


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
