"""`python -m framing judge`: many photographs one after the other; what fails is said, and the rest go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from framing import report
from framing.console import JsonArray, Progress
from framing.errors import FramingError, unforeseen
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.presets import find
from framing.shot import jpeg
from framing.still import annotated, look
from framing.stopping import Stopped, Stopping
from framing.types import Guidance, Preset
from framing.writing import make_folder, save


def run(files: Sequence[str], use: str | None, annotate: Path | None, *, json: bool, stopping: Stopping) -> int:
    """The exit status: 0 all were judged, 1 one was not, or that of `Stopped`; what was printed is whole in any case.

    Raises PresetError for an unknown use, WriteError when the annotated copies have nowhere to go at all.
    """
    preset = find(use, os.environ) if use is not None else None
    array, progress = JsonArray() if json else None, Progress(files)
    status = 0
    try:
        progress.next()
        for file, outcome in judge_all(files, preset, annotate):
            with stopping.whole():
                progress.clear()
                _tell(file, outcome, array)
                status = max(status, int(isinstance(outcome, FramingError)))
                progress.next()
    except Stopped as stopped:
        status = stopped.status
    finally:
        progress.clear()
    if array is not None:
        array.close()
    return status


def _tell(file: str, outcome: Guidance | FramingError, array: JsonArray | None) -> None:
    if isinstance(outcome, FramingError):
        if array is not None:
            array.add({"file": file, "error": str(outcome)})
        else:
            print(f"{file}: {outcome}", file=sys.stderr)
    elif array is not None:
        array.add(report.as_json(file, outcome))
    else:
        print("\n".join(report.as_lines(file, outcome)), flush=True)


def judge_all(
    files: Sequence[str], preset: Preset | None, annotate: Path | None
) -> Iterator[tuple[str, Guidance | FramingError]]:
    """Each file with its guidance, or with the error that kept it from one; annotated copies go to `annotate`.

    Raises WriteError when the annotated copies have nowhere to go at all.
    """
    if annotate is not None:
        make_folder(annotate)
    taken = {Path(file).name for file in files}  # no copy may lie over a photograph that is still to be read
    with closing(StillEyes()) as eyes:
        for file in files:
            try:
                frame = open_photo(Path(file)).frame
                scene, guidance = look(frame, eyes, preset)
                if annotate is not None:
                    save(annotate / _free_name(Path(file), taken), jpeg(annotated(frame, scene, guidance)))
            except Exception as error:  # noqa: BLE001 - one photograph that nobody foresaw must not lose the others
                yield file, unforeseen(error, file)
            else:
                yield file, guidance


def _free_name(file: Path, taken: set[str]) -> str:
    """A name no other photograph of this run has, for equal names come from different folders."""
    name, number = f"{file.stem}-annotated.jpg", 2
    while name in taken:
        name, number = f"{file.stem}-annotated-{number}.jpg", number + 1
    taken.add(name)
    return name
