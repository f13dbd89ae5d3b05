"""Many photographs one after the other: what fails is said, and the rest go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from framing.crop import Offer, offer
from framing.errors import FramingError, PhotoError
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.shot import jpeg
from framing.still import annotated, cropped, look
from framing.types import Absent, Guidance, Preset
from framing.writing import make_folder, save


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one photograph, and the crop that its use would want; None where no use is named."""

    guidance: Guidance
    crop: Offer | Absent | None


def judge_all(
    files: Sequence[str], preset: Preset | None, annotate: Path | None, crops: Path | None = None
) -> Iterator[tuple[str, Judged | FramingError]]:
    """Each file with what is said of it, or with the error that kept it from that.

    Annotated copies go to the folder `annotate`, and the crops that the use wants to `crops`; no file that is there is
    overwritten. Raises WriteError when they have nowhere to go at all.
    """
    for folder in (annotate, crops):
        if folder is not None:
            make_folder(folder)
    taken = {Path(file).name for file in files}  # no copy may lie over a photograph that is still to be read
    with closing(StillEyes()) as eyes:
        for name in files:
            file = Path(name)
            try:
                photo = open_photo(file)
                scene, guidance = look(photo.frame, eyes, preset)
                crop = None if preset is None else offer(scene, photo.frame.viewfinder, photo.size, preset)
                if annotate is not None:
                    copy = jpeg(annotated(photo.frame, scene, guidance))
                    save(_free_name(annotate, f"{file.stem}-annotated", taken), copy)
                if crops is not None and preset is not None and isinstance(crop, Offer):
                    cut = cropped(file, None, photo.size, crop.delivery)
                    save(_free_name(crops, f"{file.stem}_{preset.name}", taken), cut)
            except FramingError as error:
                yield name, error
            except Exception as error:  # noqa: BLE001 - one photograph that nobody foresaw must not lose the others
                yield name, PhotoError("a photograph the guide can read", f"{name} ({error!r})", "please report it")
            else:
                yield name, Judged(guidance, crop)


def _free_name(folder: Path, stem: str, taken: set[str]) -> Path:
    """Where no file is, and none of this run is to be: equal names come from different folders."""
    name, number = f"{stem}.jpg", 2
    while name in taken or (folder / name).exists():
        name, number = f"{stem}-{number}.jpg", number + 1
    taken.add(name)
    return folder / name
