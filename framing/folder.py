"""Many photographs one after the other: what fails is said, and the rest go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from PIL import Image as Pillow

from framing.errors import FramingError, PhotoError
from framing.perceive.still_eyes import StillEyes
from framing.still import annotated, look, open_photo
from framing.types import Guidance, Image, Preset


def judge_all(
    files: Iterable[Path], preset: Preset | None, annotate: Path | None
) -> Iterator[tuple[Path, Guidance | FramingError]]:
    """Each file with its guidance, or with the error that kept it from one; annotated copies go to `annotate`.

    Raises ModelError when the models are missing and PhotoError when the annotated copies have nowhere to go: then no
    photograph could be served.
    """
    if annotate is not None:
        _make_folder(annotate)
    taken: set[str] = set()
    with closing(StillEyes()) as eyes:
        for file in files:
            try:
                frame = open_photo(file)
                scene, guidance = look(frame, eyes, preset)
                if annotate is not None:
                    _save(annotated(frame, scene, guidance), annotate / _free_name(file, taken))
            except PhotoError as error:
                yield file, error
            else:
                yield file, guidance


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _nowhere(folder, error) from error


def _save(picture: Image, path: Path) -> None:
    try:
        Pillow.fromarray(picture).save(path, quality=92)
    except OSError as error:
        raise _nowhere(path, error) from error


def _nowhere(path: Path, error: OSError) -> PhotoError:
    return PhotoError("room for the annotated copies", f"{path}: {error.strerror or error}", "choose another folder")


def _free_name(file: Path, taken: set[str]) -> str:
    """A name no other photograph of this run has, for equal names come from different folders."""
    name, number = f"{file.stem}-annotated.jpg", 2
    while name in taken:
        name, number = f"{file.stem}-annotated-{number}.jpg", number + 1
    taken.add(name)
    return name
