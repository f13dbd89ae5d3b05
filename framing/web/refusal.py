"""Whether a request may come in, judged by the two headers that a page elsewhere cannot forge."""

from __future__ import annotations

from framing.web.hosts import HOSTS, LOCAL, Place, place

_PORTS = {"http": 80, "https": 443}


def refusal(hosts: list[str], origins: list[str], added: frozenset[str]) -> str | None:
    """Why a request with these Host and Origin headers is refused, as sentences for a person; None lets it in.

    Host is the name that the browser's address bar shows. One that is not the guide's means that somebody's page has
    let its own name point to this machine (DNS rebinding). Origin is the page that asks. It must be the guide's own:
    the same name and port as Host, or a name in `added`, since a proxy may pass on another Host. It is left out when
    somebody follows a link, and by programs that are no browser.
    """
    asked = place(hosts[0]) if len(hosts) == 1 else None
    if asked is None or asked.name not in LOCAL | added:
        return (
            f"The guide does not answer under the name {_quoted(hosts)}. On this computer open it as http://localhost "
            f"with its port. To serve it under another name, put that name into {HOSTS} and start the guide again."
        )
    if origins and not _is_own(origins, asked, added):
        return (
            f"The guide does not answer to a page from {_quoted(origins)}. Open the guide's own address instead. "
            f"If the guide itself is served there, put its host name into {HOSTS} and start the guide again."
        )
    return None


def _is_own(origins: list[str], asked: Place, added: frozenset[str]) -> bool:
    scheme, _, rest = origins[0].partition("://")
    asking = place(rest)
    if len(origins) != 1 or scheme not in _PORTS or asking is None:
        return False
    usual = _PORTS[scheme]
    same = asking.name == asked.name and (asking.port or usual) == (asked.port or usual)
    return same or asking.name in added


def _quoted(headers: list[str]) -> str:
    return repr(", ".join(headers)[:100])
