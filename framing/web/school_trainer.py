"""Who speaks as the trainer: whoever has the token, or, where none was set, somebody at this computer itself."""

from __future__ import annotations

import os
from hmac import compare_digest
from ipaddress import ip_address

from starlette.requests import Request

TOKEN = "FRAMING_TRAINER_TOKEN"  # noqa: S105 - the variable's name
HEADER = "X-Framing-Trainer"


def trains(request: Request) -> bool:
    """Whether the request is a trainer's."""
    wanted = os.environ.get(TOKEN, "")
    if wanted:
        return compare_digest(request.headers.get(HEADER, "").encode(), wanted.encode())
    return request.client is not None and _here(request.client.host)


def _here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
