"""Files as one ZIP that is sent while it is made, so that no more than one of them is held."""

from __future__ import annotations

import time
import zipfile
from collections.abc import AsyncIterator
from io import RawIOBase

_READABLE = 0o644 << 16  # a Unix system's rights, where a ZIP keeps them


class _Sink(RawIOBase):
    """Takes what is written until it is fetched; it cannot go back, so the ZIP puts sizes behind each file."""

    def __init__(self) -> None:
        super().__init__()
        self._data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(memoryview(data))  # type: ignore[arg-type]  # a bytes-like object, which typing cannot name here
        self._data += part
        return len(part)

    def fetch(self) -> bytes:
        data = bytes(self._data)
        self._data.clear()
        return data


async def zipped(files: AsyncIterator[tuple[str, float, bytes]]) -> AsyncIterator[bytes]:
    """The ZIP of (name, seconds since 1970, content), piece by piece; JPEGs are stored as they are."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        async for name, at, data in files:
            entry = zipfile.ZipInfo(name, time.localtime(at)[:6])
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
            yield sink.fetch()
    yield sink.fetch()
