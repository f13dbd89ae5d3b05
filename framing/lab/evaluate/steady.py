"""`python -m framing evaluate steady`: how often the live guide changes its word about somebody who sits and talks."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from json import dumps
from pathlib import Path
from typing import Any

from rich.table import Table

from framing import presets
from framing.console import Progress, show, table
from framing.lab.evaluate.clip import played
from framing.lab.evaluate.steadiness import Steadiness, steadiness

SECONDS = 15.0  # of each clip: long enough for a sentence or three, and what changes in them is too much
USES = ("headshot", "linkedin", "portrait")  # looked at where none is named: tight, round, and either


def run(clips: Sequence[Path], use: str | None, *, json: bool) -> int:
    """The exit status, 0; raises PresetError for an unknown use, and ClipError for a file that is no film."""
    uses = USES if use is None else (use,)
    rows = list(_rows(clips, uses))
    if json:
        print(dumps(rows, indent=2))
    else:
        show(_for_people(rows))
    return 0


def _rows(clips: Sequence[Path], uses: Sequence[str]) -> Iterator[dict[str, Any]]:
    todo = [(clip, use) for clip in clips for use in uses]
    with Progress(len(todo)) as progress:
        for done, (clip, use) in enumerate(todo):
            preset = presets.find(use, os.environ)
            progress.at(done, f"[{done + 1}/{len(todo)}] {clip.name}, {use}")
            yield row(clip.name, use, steadiness(played(clip, SECONDS), preset))


def row(clip: str, use: str, found: Steadiness) -> dict[str, Any]:
    """One clip under one use, as `--json` prints it; `cues` are all that stood on top, the first ones too."""
    return {
        "clip": clip,
        "use": use,
        "verdict_changes": found.verdict_changes,
        "cue_changes": found.cue_changes,
        "verdicts": [{"since": round(v.since, 1), "name": v.text} for v in found.names],
        "cues": [{"since": round(c.since, 1), "text": c.text} for c in found.cues],
    }


def _for_people(rows: Sequence[dict[str, Any]]) -> Iterator[str | Table]:
    yield f"{SECONDS:.0f} s of each clip: changes of the verdict's name, and of the top cue after the first 3 s"
    cells = []
    for one in rows:
        cues = " → ".join(cue["text"] or "(none)" for cue in one["cues"])
        cells.append((one["clip"], one["use"], str(one["verdict_changes"]), str(one["cue_changes"]), cues))
    yield table(("clip", "use", "verdict", "cue", "cues"), cells, words=(0, 1, 4))
