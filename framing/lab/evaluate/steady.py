"""`python -m framing evaluate steady`: how often the live guide changes its word about somebody who sits and talks."""

from __future__ import annotations

import json as jsons
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from framing import presets
from framing.lab.evaluate.clip import played
from framing.lab.evaluate.steadiness import Steadiness, steadiness

SECONDS = 15.0  # of each clip: long enough for a sentence or three, and what changes in them is too much
USES = ("headshot", "linkedin", "portrait")  # looked at where none is named: tight, round, and either


def run(clips: Sequence[Path], use: str | None, *, json: bool) -> int:
    """The exit status, 0; raises PresetError for an unknown use, and ClipError for a file that is no film."""
    uses = USES if use is None else (use,)
    rows = list(_rows(clips, uses))
    print(jsons.dumps(rows, indent=2) if json else "\n".join(_table(rows)))
    return 0


def _rows(clips: Sequence[Path], uses: Sequence[str]) -> Iterator[dict[str, Any]]:
    for number, (clip, use) in enumerate(((c, u) for c in clips for u in uses), start=1):
        preset = presets.find(use, os.environ)
        print(f"\r[{number}/{len(clips) * len(uses)}] {clip.name}, {use}\033[K", end="", file=sys.stderr, flush=True)
        yield row(clip.name, use, steadiness(played(clip, SECONDS), preset))
    print(file=sys.stderr)


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


def _table(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"{SECONDS:.0f} s of each clip: changes of the verdict's name, and of the top cue after the first 3 s"
    width = max(len(one["clip"]) for one in rows)
    for one in rows:
        cues = " → ".join(cue["text"] or "(none)" for cue in one["cues"])
        yield f"{one['clip']:<{width}}  {one['use']:<10} {one['verdict_changes']:>3} {one['cue_changes']:>3}  {cues}"
