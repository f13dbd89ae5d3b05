"""`python -m framing school drills` and `school standard`: their options."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("school drills")
def drills() -> int:
    """List the drills, and check those of one's own.

    They are the shipped ones, those of the folder in FRAMING_DRILLS and those of the standard in FRAMING_STANDARD.
    """
    from framing.school import listing

    return listing.drills()


@click.command("school standard")
@click.argument("file", metavar="FILE.toml", type=click.Path(path_type=Path))
def standard(file: Path) -> int:
    """Check a studio's standard, and print what it is signed by.

    FRAMING_STANDARD puts it in use.
    """
    from framing.school import listing

    return listing.standard(file)
