"""Who may see what of the record: a trainee their own, by a secret alone; the trainer all of it, by a secret too.

On this machine itself, where no FRAMING_TRAINER_TOKEN is set and nobody comes from elsewhere (FRAMING_HOSTS), the
person who sits at it is the trainer.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest
from ipaddress import ip_address

from starlette.requests import Request

from framing.records.records import Records
from framing.records.values import Trainee
from framing.web.hosts import HOSTS

TRAINER_TOKEN = "FRAMING_TRAINER_TOKEN"  # noqa: S105 - the setting's name
TRAINER, TRAINEE = "X-Framing-Trainer", "X-Framing-Trainee"  # headers: no other page can make a browser send them
LEAST = 16  # characters of a trainer's token: a shorter one is none, and opens nothing


def trains(request: Request, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the trainer asks."""
    token = environment.get(TRAINER_TOKEN, "").strip()
    if token:
        told = request.headers.get(TRAINER, "")
        return len(token) >= LEAST and compare_digest(told.encode("utf-8"), token.encode("utf-8"))
    return not environment.get(HOSTS, "").strip() and _here(request)


def practises(request: Request, records: Records) -> Trainee | None:
    """The trainee who asks; None for nobody's token, and for none. Raises RecordError where it cannot be read."""
    token = request.headers.get(TRAINEE, "")
    return records.trainee(token) if token else None


def sitting(token: str) -> str:
    """A name for a session's sitting that tells nothing of its page: its pictures may be alike."""
    return sha256(token.encode()).hexdigest()[:16]


def _here(request: Request) -> bool:
    """Whether the request comes from this machine."""
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:  # a client without an address, such as a socket of this machine's own
        return False
