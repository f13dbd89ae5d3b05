"""The STUN and TURN servers that the environment names, checked on reading."""

from __future__ import annotations

import hmac
import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from framing.errors import SettingsError
from framing.types.message import filled

ICE_SERVERS = "FRAMING_ICE_SERVERS"
TURN_SECRET = "FRAMING_TURN_SECRET"  # the variable's name  # noqa: S105
LASTS = 12 * 3600  # seconds for which a name and a password are good: as long as a room
_EXAMPLE = '[{"urls": "stun:stun.example.org:3478"}]'

_URL = re.compile(r"(stuns?:[^\s/?#@]+|turns?:[^\s/?#@]+(\?transport=(udp|tcp))?)")


def _addresses(urls: str | list[str]) -> str | list[str]:
    """A misspelt address makes the WebRTC library raise only after Start was pressed, and no picture ever comes."""
    if not all(_URL.fullmatch(url) for url in ([urls] if isinstance(urls, str) else urls)):
        raise PydanticCustomError("url", "an address unlike stun:host:port or turn:host:port")
    return urls


class IceServer(BaseModel):
    """One STUN or TURN server, spelt as browsers spell it."""

    model_config = ConfigDict(extra="forbid")

    urls: Annotated[str | list[str], Field(min_length=1), AfterValidator(_addresses)]
    username: str | None = None
    credential: str | None = None


def ice_servers(environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """The servers that help the two ends find each other; none unless asked for, so that nothing leaves the machine.

    Raises SettingsError when the value is not a JSON list of servers. The value is never repeated: it may hold a
    password.
    """
    try:
        servers = TypeAdapter(list[IceServer]).validate_json(environment.get(ICE_SERVERS) or "[]")
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SettingsError(
            filled("a JSON list such as {example} in {variable}", example=_EXAMPLE, variable=ICE_SERVERS),
            filled("{mistake} at {place}", mistake=first["msg"], place=place) if place else first["msg"],
            "correct or unset it and start the guide again",
        ) from None  # the cause holds the value
    return [server.model_dump(exclude_none=True) for server in servers]


def ice_for(environment: Mapping[str, str], name: str, now: float) -> list[dict[str, Any]]:
    """The servers for the browser of that name, at `now` seconds since 1970.

    A TURN server of which no user is named gets one that is good for 12 hours, made of FRAMING_TURN_SECRET, which the
    TURN server has too. Raises SettingsError as `ice_servers` does. Source: coturn, "TURN REST API" (`use-auth-secret`,
    `static-auth-secret`): name = end ":" anything, password = base64(HMAC-SHA1(secret, name)).
    """
    secret, servers = environment.get(TURN_SECRET, ""), ice_servers(environment)
    return [{**server, **_passing(secret, name, now)} if secret and _bare(server) else server for server in servers]


def _bare(server: Mapping[str, Any]) -> bool:
    urls = [server["urls"]] if isinstance(server["urls"], str) else server["urls"]
    return "username" not in server and any(url.startswith("turn") for url in urls)


def _passing(secret: str, name: str, now: float) -> dict[str, str]:
    user = f"{int(now) + LASTS}:{name}"
    return {"username": user, "credential": b64encode(hmac.digest(secret.encode(), user.encode(), "sha1")).decode()}
