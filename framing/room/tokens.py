"""What opens a room: a token for each role, and a badge for each person whom the coach has let in.

Both are signed (HMAC-SHA256) for one room, so that a server that has lost its rooms can tell who may come in. Neither
has a full stop in it.
"""

from __future__ import annotations

import hmac
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import NamedTuple

from framing.room.asked import Role

LONGEST = 12 * 3600.0  # seconds that a room is open
_ROLES: tuple[Role, ...] = ("coach", "sitter", "watcher")
_SIGNED = 32  # bytes of a signature


class Right(NamedTuple):
    """What a token gives: a role, until the room ends, in seconds since 1970."""

    role: Role
    closes: float


class Badge(NamedTuple):
    """Who was let in, and what the room was called and for when they were."""

    person: str
    role: Role
    name: str
    use: str


def new_room() -> str:
    """The id of a room: 128 random bits."""
    return secrets.token_urlsafe(16)


def new_person() -> str:
    """The id of a person: nobody can guess it, but it opens nothing."""
    return secrets.token_urlsafe(9)


def token(key: bytes, room: str, right: Right) -> str:
    """The token of that role in that room."""
    return _sealed(key, f"token {room}", bytes([_ROLES.index(right.role)]) + int(right.closes).to_bytes(6, "big"))


def right(key: bytes, room: str, token: str) -> Right | None:
    """What the token gives in that room; None for one that was not made for it. It may be over."""
    data = _opened(key, f"token {room}", token)
    return None if data is None else Right(_ROLES[data[0]], float(int.from_bytes(data[1:], "big")))


def badge(key: bytes, room: str, badge: Badge) -> str:
    """What this person comes back with."""
    return _sealed(key, f"badge {room}", json.dumps(badge).encode())


def badged(key: bytes, room: str, told: str) -> Badge | None:
    """Whose badge it is; None for one that was not given in that room."""
    data = _opened(key, f"badge {room}", told)
    return None if data is None else Badge(*json.loads(data))


def _sealed(key: bytes, purpose: str, data: bytes) -> str:
    return urlsafe_b64encode(_signature(key, purpose, data) + data).decode().rstrip("=")


def _opened(key: bytes, purpose: str, told: str) -> bytes | None:
    try:
        both = urlsafe_b64decode(told.encode("ascii") + b"=" * (-len(told) % 4))
    except (Error, ValueError):
        return None
    signature, data = both[:_SIGNED], both[_SIGNED:]
    return data if hmac.compare_digest(signature, _signature(key, purpose, data)) else None


def _signature(key: bytes, purpose: str, data: bytes) -> bytes:
    return hmac.digest(key, purpose.encode() + b"\0" + data, "sha256")
