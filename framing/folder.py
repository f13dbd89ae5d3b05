"""Many photographs one after the other: what fails is said, and the rest go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from PIL import Image as Pillow

from framing.errors import FramingError, PhotoError
from framing.perceive.still_eyes import StillEyes
from framing.still import annotated, look, open_photo
from framing.types import Guidance, Image, Preset


def judge_all(
    files: Sequence[str], preset: Preset | None, annotate: Path | None
) -> Iterator[tuple[str, Guidance | FramingError]]:
    """Each file with its guidance, or with the error that kept it from one; annotated copies go to `annotate`.

    Raises PhotoError when the annotated copies have nowhere to go at all.
    """
    if annotate is not None:
        _make_folder(annotate)
    taken = {Path(file).name for file in files}  # no copy may lie over a photograph that is still to be read
    with closing(StillEyes()) as eyes:
        for file in files:
            try:
                frame = open_photo(Path(file))
                scene, guidance = look(frame, eyes, preset)
                if annotate is not None:
                    _save(annotated(frame, scene, guidance), annotate / _free_name(Path(file), taken))
            except FramingError as error:
                yield file, error
            except Exception as error:  # noqa: BLE001 - one photograph that nobody foresaw must not lose the others
                yield file, PhotoError("a photograph the guide can read", f"{file} ({error!r})", "please report it")
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
