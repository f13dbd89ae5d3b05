"""`python -m framing judge`: many photographs one after the other; what fails is said, and the rest go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from framing import report
from framing.console import JsonArray, Progress
from framing.crop import Offer, offer
from framing.errors import FramingError, PresetError, unforeseen
from framing.jpeg import jpeg
from framing.overlay.fonts import painted_in
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.presets.catalogue import find
from framing.say import ENGLISH, Language, translate
from framing.still import annotated, assess, cropped
from framing.stopping import Stopped, Stopping
from framing.types import Absent, Guidance, Message, Preset
from framing.verdict.chosen import in_use
from framing.verdict.weights import GUIDES, Weights
from framing.writing import make_folder, save

UNPAINTED: Message = (
    "The words on the annotated copies are in English: this computer has no font for this language; "
    "python -m framing doctor names one."
)


@dataclass(frozen=True, slots=True)
class Copies:
    """The folders that copies of the photographs go to; None where none are wanted."""

    annotated: Path | None = None
    crops: Path | None = None  # the crops that the use wants


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one photograph, and the crop that its use would want; None where no use is named."""

    guidance: Guidance
    crop: Offer | Absent | None


def run(
    files: Sequence[str], use: str | None, copies: Copies, language: Language, *, json: bool, stopping: Stopping
) -> int:
    """The exit status: 0 all were judged, 1 one was not, or that of `Stopped`; what was printed is whole in any case.

    Raises PresetError for an unknown use, or none to crop for, what a broken standard or weights raise, and WriteError
    when copies have nowhere to go at all.
    """
    if copies.crops is not None and use is None:
        raise PresetError("--use NAME beside --crops", "no use to crop for", "name one, as in --use headshot")
    preset = find(use, os.environ) if use is not None else None
    weights = in_use(os.environ)
    if copies.annotated is not None and painted_in(language) is not language:
        print(translate(language, UNPAINTED), file=sys.stderr)
    array = JsonArray() if json else None
    status = 0
    with Progress(len(files)) as progress:
        try:
            progress.at(0, f"[1/{len(files)}] {files[0]}")
            for number, (file, outcome) in enumerate(judge_all(files, preset, copies, language, weights), start=1):
                with stopping.whole():
                    with progress.aside():
                        _tell(file, outcome, array, language)
                    status = max(status, int(isinstance(outcome, FramingError)))
                    if number < len(files):
                        progress.at(number, f"[{number + 1}/{len(files)}] {files[number]}")
        except Stopped as stopped:
            status = stopped.status
    if array is not None:
        array.close()
    return status


def _tell(file: str, outcome: Judged | FramingError, array: JsonArray | None, language: Language) -> None:
    if isinstance(outcome, FramingError):
        if array is not None:
            array.add({"file": file, "error": translate(language, outcome.message)})
        else:
            print(f"{file}: {translate(language, outcome.message)}", file=sys.stderr)
    elif array is not None:
        array.add(report.as_json(file, outcome.guidance, outcome.crop, language))
    else:
        print("\n".join(report.as_lines(file, outcome.guidance, outcome.crop, language)), flush=True)


def judge_all(
    files: Sequence[str],
    preset: Preset | None,
    copies: Copies,
    language: Language = ENGLISH,
    weights: Weights = GUIDES,
) -> Iterator[tuple[str, Judged | FramingError]]:
    """Each file with what is said of it, or with the error that kept it from that.

    No copy overwrites a file that is there. Raises WriteError when copies have nowhere to go at all.
    """
    for folder in (copies.annotated, copies.crops):
        if folder is not None:
            make_folder(folder)
    taken = {Path(file).name for file in files}  # no copy may lie over a photograph that is still to be read
    with closing(StillEyes()) as eyes:
        for name in files:
            file = Path(name)
            try:
                photo = open_photo(file)
                scene, guidance = assess(photo.frame, eyes, preset, weights)
                crop = None if preset is None else offer(scene, photo.frame.viewfinder, photo.size, preset)
                if copies.annotated is not None:
                    copy = jpeg(annotated(photo.frame, scene, guidance, language))
                    save(_free_name(copies.annotated, f"{file.stem}-annotated", taken), copy)
                if copies.crops is not None and preset is not None and isinstance(crop, Offer):
                    cut = cropped(file, None, photo.size, crop.delivery)
                    save(_free_name(copies.crops, f"{file.stem}_{preset.name}", taken), cut)
            except Exception as error:  # noqa: BLE001 - one unexpected photograph must not lose the others
                yield name, unforeseen(error, name)
            else:
                yield name, Judged(guidance, crop)


def _free_name(folder: Path, stem: str, taken: set[str]) -> Path:
    """Where no file is, and none of this run is to be: equal names come from different folders."""
    name, number = f"{stem}.jpg", 2
    while name in taken or (folder / name).exists():
        name, number = f"{stem}-{number}.jpg", number + 1
    taken.add(name)
    return folder / name
