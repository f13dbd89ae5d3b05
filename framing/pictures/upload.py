"""One picture on its way in: what was said of it, the bytes that have come, and what was seen in it.

What is wrong with a piece is told to the script that sent it, in English alone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from framing.errors import DamagedPiece, GonePicture, LargePicture, MisplacedPiece
from framing.pictures.announced import Announced
from framing.pictures.looked import Looked

MOST = 64_000_000  # bytes of one picture: a camera of 50 megapixels makes JPEGs of some 25 MB
PIECE = 1 << 18  # bytes of one piece at most
_AGAIN = "send it again"


@dataclass(slots=True, eq=False)
class Upload:
    """The bytes of one picture as far as they have come. `touched` is when something last came or was asked of it."""

    announced: Announced
    touched: float
    looked: Looked | None = field(default=None, repr=False)  # what was seen in it; it outlives the bytes
    gone: bool = False  # its bytes were forgotten to make room
    _data: bytearray = field(default_factory=bytearray, repr=False)
    _sum: hashlib._Hash = field(default_factory=hashlib.sha256, repr=False)
    _whole: bytes | None = field(default=None, repr=False)

    @property
    def have(self) -> int:
        """The bytes that are here, 0 up to its size."""
        return len(self._data) if self._whole is None else len(self._whole)

    @property
    def whole(self) -> bool:
        """Whether all of it is here, and is what was announced."""
        return self._whole is not None

    @property
    def claimed(self) -> int:
        """The bytes that are kept free for it: all of it from the start, none once they were forgotten."""
        return 0 if self.gone else self.announced.size

    def data(self) -> bytes:
        """All of its bytes. Raises GonePicture where they were forgotten, MisplacedPiece where some are missing."""
        if self._whole is not None:
            return self._whole
        if self.gone:
            raise GonePicture("a picture that is still here", "one that was forgotten to make room", _AGAIN)
        some = f"{self.have} bytes of {self.announced.size}"
        raise MisplacedPiece("the whole picture", some, "send the rest first")

    def add(self, at: int, piece: bytes, checksum: str) -> None:
        """Take the piece that begins at byte `at`.

        Raises LargePicture for a piece that is too long, MisplacedPiece where it does not follow on what is here, and
        DamagedPiece where it, or with it the whole, is not what its checksum says: the whole then begins from nothing.
        """
        if not 0 < len(piece) <= PIECE or at + len(piece) > self.announced.size:
            fitting = f"a piece of 1 to {PIECE} bytes that the picture has room for"
            raise LargePicture(fitting, f"{len(piece)} bytes", "send it in smaller pieces")
        if self.whole or at != self.have:
            following = f"the piece that begins at byte {self.have}"
            raise MisplacedPiece(following, f"the one at {at}", "go on from what is here")
        if hashlib.sha256(piece).hexdigest() != checksum.lower():
            raise DamagedPiece("a piece that is what its checksum says", "one that is not", _AGAIN)
        self._data += piece
        self._sum.update(piece)
        if self.have == self.announced.size:
            self._finish()

    def forget(self) -> None:
        """Free its bytes; what was seen in it is still known."""
        self._data, self._sum, self._whole, self.gone = bytearray(), hashlib.sha256(), None, True

    def begin_again(self) -> None:
        """Be ready for its bytes after they were forgotten."""
        self.gone = False

    def _finish(self) -> None:
        whole, found = bytes(self._data), self._sum.hexdigest()
        self._data, self._sum = bytearray(), hashlib.sha256()
        if found != self.announced.sha256.lower():
            raise DamagedPiece("the picture that was announced", "other bytes of the same length", _AGAIN)
        self._whole = whole
