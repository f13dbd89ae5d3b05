"""`python -m framing.photo.worker`: decodes photographs for the program that started it, one after the other.

A process of its own, because no decoder can be trusted with every file: one that hangs, crashes or takes all memory
ends with this process and leaves a sentence behind.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from framing.errors import PhotoError
from framing.photo.decoding import decoded
from framing.photo.wire import plain, receive, send

MEMORY = 1 << 30  # bytes that a photograph may take, this process included
_UPLOAD = 1 << 29  # bytes; the page takes at most 300 MB
_ORPHANED = 60.0  # seconds on one photograph after which nobody can be waiting any more


def main() -> None:
    """Answer until the other side closes its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then closes its end
    warnings.simplefilter("ignore")  # nobody reads them here
    questions, answers = _streams()
    _limit_memory()
    while True:
        try:
            question, data = receive(questions, _UPLOAD)
        except EOFError:
            return
        faulthandler.dump_traceback_later(_ORPHANED, exit=True)
        _answer(question, data, answers)
        faulthandler.cancel_dump_traceback_later()


def _answer(question: dict[str, Any], data: bytes, answers: BinaryIO) -> None:
    source = data if question["path"] is None else Path(question["path"])
    try:
        pixels, size = decoded(source, question["name"], question["box"] and tuple(question["box"]))
    except PhotoError as error:
        send(answers, {"error": [plain(part) for part in (error.expected, error.found, error.remedy)]})
    except MemoryError:
        send(answers, {"memory": True})
    else:
        send(answers, {"shape": pixels.shape, "size": size}, pixels.data.cast("B"))


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Both ends of the wire; a decoder that prints something prints it elsewhere."""
    questions, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return os.fdopen(questions, "rb"), os.fdopen(answers, "wb")


def _limit_memory() -> None:
    """Where the system can hold a process to it, as Linux does: beyond it an allocation fails."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
