"""`python -m framing sitter`: progress while it runs, and what it came to."""

from __future__ import annotations

import json as jsons
import os
import sys
from pathlib import Path

from framing import presets
from framing.lab.sitter.many import check, furnished, runs
from framing.lab.sitter.report import Report
from framing.lab.sitter.run import Run


def run(photo: Path | None, use: str, starts: int, *, json: bool) -> int:
    """The exit status, 0; raises PresetError and PhotoError for what cannot be run."""
    preset = presets.find(use, os.environ)
    check(furnished(photo), preset)
    done: list[Run] = []
    for one in runs(photo, use, starts):
        done.append(one)
        ready = sum(r.ready for r in done)
        print(f"\r{len(done)} of {starts} starts, {ready} ready", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    report = Report(done)
    print(jsons.dumps(report.as_json(), indent=2) if json else "\n".join((f"{preset.title}:", *report.as_lines())))
    return 0
