"""`school drills` and `school standard`: what there is to practise, and whether a standard makes sense."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from framing.console import show, table
from framing.school import standard as house
from framing.school.values import TITLES


def drills() -> int:
    """The exit status: 0 all make sense, 1 one does not."""
    found = house.drills(os.environ)
    rows = [
        (one.id, str(one.title), ", ".join(str(TITLES[axis]) for axis in one.teaches), one.shown, f"{one.seconds} s")
        for one in found.drills.values()
    ]
    show([table(("drill", "title", "teaches", "tells", "at most"), rows, words=(0, 1, 2, 3))])
    for problem in found.problems:
        print(problem, file=sys.stderr)
    return int(bool(found.problems))


def standard(path: Path) -> int:
    """The exit status, 0. Raises what `framing.school.standard.checked` does for a file that makes no sense."""
    found = house.checked(path)
    keys = found.file.keys
    rows = [
        ("name", found.file.name),
        ("signed", f"{found.file.signed} ({found.file.hash})"),
        ("presets", ", ".join(keys.presets) or "none"),
        ("drills", ", ".join(found.drills) or "none"),
        ("rubric", "the studio's" if found.rubric else "each drill's own"),
        ("wording", keys.wording),
        ("languages", ", ".join(keys.languages) or "all"),
        ("weights", str(found.file.weights or "the guide's own")),
    ]
    show([table(("", ""), rows, words=(0, 1))])
    return 0
