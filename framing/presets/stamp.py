"""A file and how it stands: another stamp is another content, so what was read of it can be kept by its stamp."""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[Path, int, int]  # a file, when it was last changed (ns) and its size


def stamp(path: Path) -> Stamp:
    """The file's stamp; that of one that is gone, or a link to nowhere, has no moment: reading it will say so."""
    try:
        status = path.stat()
    except OSError:
        return path, 0, 0
    return path, status.st_mtime_ns, status.st_size
