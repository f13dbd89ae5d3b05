"""`python -m framing school export` and `school erase`: their options."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("school export")
@click.argument("out", metavar="OUT.json|OUT.csv", type=click.Path(path_type=Path))
def export(out: Path) -> int:
    """Write all that the school has kept to a file: everything as JSON, or the scores as CSV."""
    if out.suffix.lower() not in (".json", ".csv"):
        raise click.UsageError(f"Expected a name that ends in .json or .csv, but found {out.name}.")
    from framing.records import taking

    return taking.export(out)


@click.command("school erase")
@click.option("--trainee", metavar="NAME", help="Erase one trainee, by name or number, with all that is theirs.")
@click.option("--all", "everybody", is_flag=True, help="Erase all that the school has kept.")
def erase(trainee: str | None, *, everybody: bool) -> int:
    """Erase from the school's record; what is gone cannot be brought back."""
    if (trainee is None) == (not everybody):
        raise click.UsageError("Expected either --trainee NAME or --all.")
    from framing.records import taking

    return taking.erase(trainee)
