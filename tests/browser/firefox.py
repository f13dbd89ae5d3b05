"""Firefox for the browser tests: the system's own, driven by assets/guide/tests/firefox.js.

Playwright drives a Firefox that was changed for it and has to be downloaded; what people have is Firefox as it comes.
"""

import contextlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP

SYSTEM_NAMES = ("firefox-esr", "firefox")
SCRIPTS = chromium.ROOT / "assets" / "guide"
DECK = f"{chromium.DECK}.deck"


class Firefox:
    """One Firefox with one page at a time; what goes wrong in it comes as an AssertionError."""

    def __init__(self, process: "subprocess.Popen[str]", downloads: Path) -> None:
        self.process = process
        self.downloads = downloads
        self.version = self._answer()

    def open(self, address: str, before: str = "") -> None:
        """A new page at that address in place of the one before; the script `before` runs first in each of its frames.

        It remembers nothing of the page before and is as large as a desktop's window.
        """
        self._order("open", address=address, before=before, **DESKTOP)

    def resize(self, width: int, height: int) -> None:
        self._order("resize", width=width, height=height)

    def evaluate(self, script: str, *given: object) -> Any:
        """What the function that is written in `script` returns for what is given."""
        return self._order("evaluate", script=_call(script, given))

    def until(self, script: str, *given: object) -> None:
        """Until that function returns something true."""
        self._order("until", script=_call(script, given))

    def shown(self, selector: str) -> None:
        """Until it can be seen; after " >>> " a selector goes on inside a shadow root."""
        self._order("shown", selector=selector)

    def click(self, selector: str) -> None:
        self._order("click", selector=selector)

    def press(self, key: str) -> None:
        self._order("press", key=key)

    def shot(self, path: Path) -> None:
        self._order("shot", path=str(path))

    def said(self) -> list[str]:
        """What the page's console was told."""
        lines: list[str] = self._order("said")
        return lines

    def _order(self, order: str, **how: object) -> Any:
        assert self.process.stdin
        print(json.dumps({"order": order, **how}), file=self.process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "Firefox could not be started, or has ended"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer.get("value")


def executable() -> str:
    """Where Firefox is. Raises FileNotFoundError, which says what is missing, when it cannot be driven here."""
    found = next((path for name in SYSTEM_NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError(f"no Firefox: neither {' nor '.join(SYSTEM_NAMES)} is on the path")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
    if told.returncode or "Firefox" not in told.stdout:  # Ubuntu's only names the shop where it could be had
        raise FileNotFoundError(f"no Firefox: {found} says {(told.stdout + told.stderr).strip()[:200]}")
    return found


@contextlib.contextmanager
def firefox(downloads: Path) -> Iterator[Firefox]:
    """A headless Firefox that downloads to that folder. Raises FileNotFoundError when there is none."""
    node = chromium.ROOT / ".venv" / "bin" / "node"
    command = [str(node), str(SCRIPTS / "tests" / "firefox.js"), executable(), str(downloads)]
    process = subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with process:
        try:
            yield Firefox(process, downloads)
        finally:
            assert process.stdin
            process.stdin.close()  # it closes its browser, and ends
            process.wait(chromium.PATIENCE)


def _call(script: str, given: tuple[object, ...]) -> str:
    return f"({script})(...{json.dumps(given)})"
