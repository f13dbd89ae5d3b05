"""Where the Redis server is through which several servers share rooms; none unless asked for."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

REDIS_URL = "FRAMING_REDIS_URL"


def redis_host(environment: Mapping[str, str]) -> str | None:
    """Its name or address in small letters; None where there is none, or none that can be read."""
    try:
        return urlsplit(environment.get(REDIS_URL, "").strip()).hostname
    except ValueError:
        return None
