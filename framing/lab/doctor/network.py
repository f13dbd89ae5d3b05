"""How the picture gets here: the address and its camera permission, ports, ICE, seats, and the user's own presets.

Each check imports what it asks: where no package could be installed, the check-up still runs and says so.
"""

from __future__ import annotations

import os
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from framing.errors import FramingError
from framing.lab.doctor.result import Result, State
from framing.web.hosts import HOSTS, added_hosts

LOCAL = ("localhost", "127.0.0.1", "::1")
CORES_PER_PERSON = 1  # the analysis of one stream and its video take about one core (docs/streaming.md)


def address() -> Iterator[Result]:
    """Whether browsers will give a page at this address the camera."""
    from streamlit import config

    host = config.get_option("browser.serverAddress") or "localhost"
    certificate = config.get_option("server.sslCertFile")
    if certificate:
        there = Path(certificate).is_file() and os.access(certificate, os.R_OK)
        found = f"https with {certificate}" + ("" if there else ", which cannot be read")
        yield Result(
            "camera permission", State.OK if there else State.FAIL, found, "" if there else "correct its path"
        )
    elif host in LOCAL:
        yield Result("camera permission", State.OK, f"http://{host}: given on this computer, not on any other")
    else:
        remedy = "serve it over https: streamlit run app.py --server.sslCertFile … --server.sslKeyFile …, or a proxy"
        yield Result("camera permission", State.FAIL, f"http://{host}: browsers refuse the camera here", remedy)


def hosts() -> Iterator[Result]:
    """Who can open the page: browsers on this machine, and others where its owner has said so."""
    from streamlit import config

    try:
        added = sorted(added_hosts(os.environ))
    except FramingError as error:
        yield Result("hosts", State.FAIL, str(error.found), str(error.remedy))
        return
    listens = config.get_option("server.address")
    if added:
        yield Result("hosts", State.OK, f"opened as localhost, {', '.join(added)}; listens on {listens}")
    elif listens in LOCAL:
        yield Result("hosts", State.OK, "for browsers on this machine alone")
    else:
        remedy = f"name in {HOSTS} the host under which others open the page, or leave out --server.address"
        yield Result("hosts", State.WARN, "other machines reach the port, but every one of them is refused", remedy)


def camera() -> Iterator[Result]:
    """A camera at this machine, where it can be told; the browser may well run on another."""
    devices = sorted(Path("/dev").glob("video*"))
    if devices:
        yield Result("camera", State.OK, ", ".join(map(str, devices)))
    else:
        remedy = "plug one in if the browser runs on this machine, or try the sample in the page"
        yield Result("camera", State.WARN, "none seen on this machine", remedy)


def port() -> Iterator[Result]:
    """The page's port, and UDP for the video."""
    from streamlit import config

    number = int(config.get_option("server.port"))
    if _free(number):
        yield Result("port", State.OK, f"{number} is free")
    elif _guide_answers(number):
        yield Result("port", State.OK, f"{number}: a guide is already running")
    else:
        remedy = "end that program, or streamlit run app.py --server.port 8600"
        yield Result("port", State.FAIL, f"{number} is taken by another program", remedy)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.bind(("", 0))
    yield Result("video ports", State.OK, "UDP can be opened")


def ice() -> Iterator[Result]:
    """The servers that help across networks; their names are looked up only when the user named some."""
    from framing.carriers.webrtc.ice import ice_servers

    try:
        servers = ice_servers(os.environ)
    except FramingError as error:
        yield Result("ice", State.FAIL, str(error.found), str(error.remedy))
        return
    if not servers:
        yield Result("ice", State.OK, "none named: for this machine and its own network")
    for server in servers:
        for url in [server["urls"]] if isinstance(server["urls"], str) else server["urls"]:
            host = url.partition(":")[2].partition("?")[0].rsplit(":", 1)[0]
            try:
                socket.getaddrinfo(host, None)
            except OSError:
                yield Result("ice", State.FAIL, f"{host} has no address", "check its name in FRAMING_ICE_SERVERS")
            else:
                yield Result("ice", State.OK, f"{host} has an address")


def rooms() -> Iterator[Result]:
    """What rooms need: their key, where originals wait, and Redis where several servers share them."""
    from framing.hub.address import REDIS_URL, redis_host
    from framing.hub.box import SPOOL, box, limit
    from framing.hub.key import ROOM_KEY, room_key

    try:
        where = "as FRAMING_ROOM_KEY says" if os.environ.get(ROOM_KEY) else "kept in the guide's own folder"
        if os.environ.get(ROOM_KEY):
            room_key(os.environ)
        kept = os.environ.get(SPOOL) or "memory"
        box(os.environ)
    except FramingError as error:
        yield Result("rooms", State.FAIL, str(error.found), str(error.remedy))
        return
    yield Result("rooms", State.OK, f"key {where}; originals wait in {kept}, {limit(os.environ) / 1e6:.0f} MB at most")
    if os.environ.get(REDIS_URL):
        yield from _redis(redis_host(os.environ))


def _redis(host: str | None) -> Iterator[Result]:
    """Whether the Redis server answers; its address is not told, for it may hold a password."""
    import asyncio

    from framing.hub.key import ROOM_KEY
    from framing.hub.shared import answered

    if not os.environ.get(ROOM_KEY):
        remedy = f"set {ROOM_KEY}, the same for all servers"
        yield Result("rooms", State.FAIL, "servers that share rooms have no key in common", remedy)
    try:
        asyncio.run(answered(os.environ))
    except FramingError as error:
        yield Result("redis", State.FAIL, f"{host}: {error.found}", "check FRAMING_REDIS_URL, and whether it runs")
    else:
        yield Result("redis", State.OK, f"{host} answers")


def sessions() -> Iterator[Result]:
    """How many people are guided at once, against the cores there are."""
    from framing.session.seats import max_sessions

    try:
        limit = max_sessions(os.environ)
    except FramingError as error:
        yield Result("sessions", State.FAIL, str(error.found), str(error.remedy))
        return
    cores = os.cpu_count() or 1
    enough = limit * CORES_PER_PERSON <= cores
    remedy = f"set FRAMING_MAX_SESSIONS={cores} where that many may come at once"
    found = f"up to {limit} people on {cores} cores"
    yield Result("sessions", State.OK if enough else State.WARN, found, "" if enough else remedy)


def presets() -> Iterator[Result]:
    """All uses, the user's own included."""
    from framing.presets.catalogue import FOLDER, catalogue

    found = catalogue(os.environ)
    yield Result("uses", State.OK, f"{len(found.presets)} to choose from")
    for problem in found.problems:
        yield Result("uses", State.WARN, f"{problem.expected}: {problem.found}", str(problem.remedy))
    if not os.environ.get(FOLDER):
        yield Result("own uses", State.OK, f"{FOLDER} names no folder")


def _free(number: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", number))
        except OSError:
            return False
        return True


def _guide_answers(number: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://localhost:{number}/guide/cards/headroom", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
