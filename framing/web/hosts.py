"""The names under which the guide may be opened: this machine's own, and those that its owner has added."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from typing import NamedTuple

from framing.errors import SettingsError

HOSTS = "FRAMING_HOSTS"
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})

_PLACE = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.(?!-)[a-z0-9_-]{1,63})*")


class Place(NamedTuple):
    """A server's name, in small letters and an IPv6 address in brackets, and its port where one was written."""

    name: str
    port: int | None


def place(written: str) -> Place | None:
    """The place that a Host header, or an Origin header after its ://, names; None where it names none."""
    found = _PLACE.fullmatch(written.lower())
    return found and Place(found["name"], int(found["port"]) if found["port"] else None)


def added_hosts(environment: Mapping[str, str]) -> frozenset[str]:
    """The names in FRAMING_HOSTS, as browsers send them; none unless asked for: the guide then serves this machine.

    Raises SettingsError when the value is not a list of host names, with commas between them.
    """
    value = environment.get(HOSTS, "").strip()
    return frozenset(_host(entry.strip()) for entry in value.split(",")) if value else frozenset()


def _host(entry: str) -> str:
    try:
        address = ipaddress.ip_address(entry[1:-1] if re.fullmatch(r"\[.*\]", entry) else entry)
    except ValueError:
        pass
    else:
        if "%" not in entry:  # the name of a network card: no browser sends it
            return f"[{address}]" if address.version == 6 else str(address)
    try:
        name = entry.encode("idna").decode("ascii").lower()
    except UnicodeError:  # empty, or a part longer than a name may be
        name = ""
    if not _NAME.fullmatch(name):
        raise SettingsError(
            f"host names with commas between them, such as studio.example.org, 192.168.1.20, in {HOSTS}",
            repr(entry[:80]),
            "leave out https://, the port and *, and start the guide again",
        )
    return name
