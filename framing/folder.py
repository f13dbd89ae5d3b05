"""Many photographs one after the other: what fails is said, and the rest go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from framing.errors import FramingError, PhotoError
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.shot import jpeg
from framing.still import annotated, look
from framing.types import Guidance, Preset
from framing.writing import make_folder, save


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
            except FramingError as error:
                yield file, error
            except Exception as error:  # noqa: BLE001 - one photograph that nobody foresaw must not lose the others
                yield file, PhotoError("a photograph the guide can read", f"{file} ({error!r})", "please report it")
            else:
                yield file, guidance


def _free_name(file: Path, taken: set[str]) -> str:
    """A name no other photograph of this run has, for equal names come from different folders."""
    name, number = f"{file.stem}-annotated.jpg", 2
    while name in taken:
        name, number = f"{file.stem}-annotated-{number}.jpg", number + 1
    taken.add(name)
    return name
