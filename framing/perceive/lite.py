"""Small models run by LiteRT on one thread: those of this repository, and the parts of MediaPipe's bundles."""

from __future__ import annotations

import hashlib
from enum import Enum
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from framing.errors import ModelError
from framing.perceive.models import Model, find

FOLDER = Path(__file__).parents[2] / "assets" / "lite"
Floats = NDArray[np.float32]


class Lite(Enum):
    """A model file of assets/lite/ and its SHA-256. NOTICE says where each comes from."""

    EXPRESSION = ("expression.tflite", "65e3961bb68f497bd02a8d075da8409364db90004edb80c0c6cb15647c4de559")
    FACES = ("faces_full_range.tflite", "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3")

    def __init__(self, file: str, sha256: str) -> None:
        self.file = file
        self.sha256 = sha256


class LiteModel:
    """One model, opened when it is first asked. Not for two threads at once."""

    def __init__(self, model: Lite, folder: Path = FOLDER) -> None:
        """Keep which one; nothing is read yet."""
        self._model = model
        self._folder = folder
        self._opened: Any = None

    def __call__(self, values: Floats) -> list[Floats]:
        """The model's outputs, in its own order, for values of its input's shape.

        Raises:
            ModelError: The file cannot be read, or is not the one that this repository holds.
        """
        if self._opened is None:
            self._opened = _opened(self._content())
        self._opened.set_tensor(self._opened.get_input_details()[0]["index"], values)
        self._opened.invoke()
        return [self._opened.get_tensor(output["index"]) for output in self._opened.get_output_details()]

    def _content(self) -> bytes:
        return _read(self._model, self._folder / self._model.file)


class TaskModel(LiteModel):
    """One model of a MediaPipe bundle, where the task keeps to itself what the model says."""

    def __init__(self, bundle: Model, file: str) -> None:
        """Keep which one; nothing is read yet."""
        self._bundle = bundle
        self._file = file
        self._opened = None

    def _content(self) -> bytes:
        with ZipFile(find(self._bundle)) as bundle:
            return bundle.read(self._file)


def _opened(content: bytes) -> Any:
    """The interpreter of that model, on one thread."""
    # Imported late: a picture without a face needs none of it.
    from ai_edge_litert.interpreter import Interpreter

    interpreter = Interpreter(model_content=content, num_threads=1)
    interpreter.allocate_tensors()
    return interpreter


def _read(model: Lite, path: Path) -> bytes:
    expected = f"{model.file} to be the file of this repository (SHA-256 {model.sha256[:12]}…)"
    remedy = "bring it back with git checkout assets/lite, or download the program again"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(expected, f"that {path} cannot be read ({error.strerror})", remedy) from error
    found = hashlib.sha256(content).hexdigest()
    if found != model.sha256:
        raise ModelError(expected, f"{path} with {len(content):,} bytes and SHA-256 {found[:12]}…", remedy)
    return content
