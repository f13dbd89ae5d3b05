"""What processes ask of the system, watched with strace: whom they talk to, what they run and what they write."""

import ipaddress
import re
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

import psutil
import pytest

PATIENCE = 60.0  # seconds for the tracer to write its last line
CALLS = (
    "%net,execve,execveat,open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,"
    "mknodat,truncate"
)
# As a child of the watched process, not its parent, so that the one that starts it can also end it.
STRACE = ["strace", "--daemonize", "-f", "-q", "--seccomp-bpf", "-s", "64", "-e", "signal=none", "-e", f"trace={CALLS}"]

CALL = re.compile(r"\d+ +(?P<name>\w+)\((?P<rest>.*)")
INET = re.compile(r'port=htons\((\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"')
FAMILY = re.compile(r"sa_family=(\w+)")
LOOK_UP_PORTS = {53, 137, 853, 1900, 5353, 5355}
LOOK_UP_SOCKETS = re.compile(r"nscd|resolve|sss|winbind|avahi|dbus")
LOOK_UP_FILES = re.compile(r'"/etc/(?:resolv\.conf|hosts|host\.conf)"')


class Watch:
    """The calls of one process and of all its children; skips the test where strace cannot run."""

    def __init__(self, folder: Path) -> None:
        if shutil.which("strace") is None:
            pytest.skip("strace is not installed: it is Linux's own; in Debian, apt-get install strace")
        probe = subprocess.run([*STRACE, "true"], capture_output=True, text=True, check=False, timeout=PATIENCE)
        if probe.returncode != 0 or "exited with 0" not in probe.stderr:
            pytest.skip(f"strace cannot watch processes here: {probe.stderr.strip()[-200:]}")
        self.log = folder / "calls.txt"
        self.before = [*STRACE, "-o", str(self.log)]
        """The words to put before the command that is to be watched."""

    def calls(self) -> list[str]:
        """Every call in order, once all watched processes have ended, and the tracer with them."""
        deadline = time.monotonic() + PATIENCE
        while any(str(self.log) in (process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])):
            assert time.monotonic() < deadline, "a watched process did not end"
            time.sleep(0.05)
        return self.log.read_text("utf-8", "replace").splitlines()


def outside(calls: Iterable[str]) -> list[str]:
    """The calls that reach for anything but this machine's own addresses, or look up a name."""
    own = {address.address.partition("%")[0] for net in psutil.net_if_addrs().values() for address in net}
    return [line for line in calls if _leaves(line, own)]


def around(calls: list[str]) -> str:
    """What the thread of the first call to the outside did just before and after it; nothing where there is none."""
    caught = next(iter(outside(calls)), None)
    if caught is None:
        return ""
    own = [line[:300] for line in calls if line.split(None, 1)[0] == caught.split(None, 1)[0]]
    at = own.index(caught[:300])
    return "\n".join(own[max(0, at - 20) : at + 12])


def _leaves(line: str, own: set[str]) -> bool:
    call = CALL.match(line)
    if call is None:
        return False
    name, rest = call["name"], call["rest"]
    if name in ("connect", "sendto", "sendmsg", "sendmmsg"):
        places = [(int(port), address) for port, address in INET.findall(rest)]
        named = {"AF_INET": 1, "AF_INET6": 1, "AF_UNIX": 0, "AF_NETLINK": 0}  # netlink: the kernel, for its addresses
        families = FAMILY.findall(rest)
        return (
            any(port in LOOK_UP_PORTS or not _is_own(address, own) for port, address in places)
            or not named.keys() >= set(families)
            or len(places) < sum(named[family] for family in families)
            or ("AF_UNIX" in families and bool(LOOK_UP_SOCKETS.search(rest)))
        )
    if name == "socket":
        return not rest.startswith(("AF_INET,", "AF_INET6,", "AF_UNIX,", "AF_NETLINK,"))
    if name == "setsockopt":
        return bool(re.search(r"ADD_(?:SOURCE_)?MEMBERSHIP|JOIN", rest))
    return name.startswith("open") and bool(LOOK_UP_FILES.search(rest))


def _is_own(address: str, own: set[str]) -> bool:
    ip = ipaddress.ip_address(address)
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return (mapped or ip).is_loopback or str(mapped or ip) in own


def programs(calls: Iterable[str]) -> set[str]:
    """The file names of the programs that were run, the watched one among them."""
    found = set()
    for line in calls:
        call = CALL.match(line)
        if call is not None and call["name"] in ("execve", "execveat") and not call["rest"].endswith(")"):
            found |= {Path(path).name for path in re.findall(r'"([^"]+)"', call["rest"])[:1]}
    return found


def written(calls: Iterable[str]) -> set[str]:
    """The paths that were opened for writing, made, moved or cut off, those under /dev left out: they are no disk."""
    found: set[str] = set()
    for line in calls:
        call = CALL.match(line)
        if call is None or not re.match(r"open|creat|rename|link|symlink|mknod|truncate", call["name"]):
            continue
        if not call["name"].startswith("open") or re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE", call["rest"]):
            found |= set(re.findall(r'"([^"]+)"', call["rest"]))
    return {path for path in found if not path.startswith("/dev/")}
