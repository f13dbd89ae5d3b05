"""A running guide looks up no name: where a library asks for one all the same, it is refused, and its caller logged.

Python tells of a look-up before it happens (PEP 578), but for a name that is handed to a socket instead of an address:
`transport` keeps such names from WebRTC, and a test watches the calls of the system for all others.
"""

from __future__ import annotations

import errno
import ipaddress
import logging
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from framing.carriers.webrtc.ice import ice_servers
from framing.errors import SettingsError
from framing.hub.address import redis_host
from framing.perceive.models import PUBLISHED

_LOG = logging.getLogger(__name__)
_ALWAYS = frozenset({"", "localhost"})  # they stand in the system's own file of hosts
_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})  # an address asks nobody
_REVERSE = frozenset({"socket.gethostbyaddr", "socket.getnameinfo"})  # an address asks for its name
_ICE = re.compile(r"[a-z]+:(?://)?(\[[^]]+\]|[^:?]+)")


def allowed(environment: Mapping[str, str]) -> frozenset[str]:
    """The names that the guide's owner wants it to reach: ICE servers, Redis, proxies, and where models come from."""
    try:
        servers = ice_servers(environment)
    except SettingsError:  # told on the page
        servers = []
    urls = [url for one in servers for url in ([one["urls"]] if isinstance(one["urls"], str) else one["urls"])]
    proxies = [urlsplit(proxy if "//" in proxy else f"//{proxy}").hostname or "" for proxy in getproxies().values()]
    ice = [found[1].strip("[]") for url in urls if (found := _ICE.match(url))]
    others = redis_host(environment) or "", urlsplit(PUBLISHED).hostname or ""
    return _ALWAYS | {name.lower() for name in (*ice, *proxies, *others)}


def looked_up(event: str, arguments: tuple[Any, ...]) -> str | None:
    """The name, or the address whose name is wanted, that an audit event looks up; None where it looks up none."""
    if event not in _NAMES | _REVERSE:
        return None
    host = arguments[0][0] if event == "socket.getnameinfo" else arguments[0]
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    return name if isinstance(name, str) and (event in _REVERSE or not _is_address(name)) else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def refusing(names: frozenset[str]) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook that lets only these names be looked up, and logs who asked for another.

    The hook raises OSError, as a failed look-up does: callers are ready for that.
    """

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        name = looked_up(event, arguments) if event.startswith("socket.") else None
        if name is None or name.lower() in names:
            return
        _LOG.warning("The look-up of %r was refused: nothing leaves this machine", name, stack_info=True)
        raise OSError(errno.EACCES, f"the guide looks up no name, and {name} was asked for")

    return hook


def look_up_only(names: frozenset[str]) -> None:
    """Hold this process to these names, until it ends: such a hook cannot be taken out again."""
    sys.addaudithook(refusing(names))
