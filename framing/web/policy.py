"""What browsers may do with the page, said in the headers of every answer."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@functools.cache
def headers() -> tuple[tuple[bytes, bytes], ...]:
    """The headers for every answer, names in small letters: nothing is loaded from elsewhere, and nobody embeds it."""
    said = {
        "content-security-policy": content_security_policy(_page()),
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        # A page elsewhere sends no Origin when it shows an address as a picture: its browser keeps the answer from it.
        "cross-origin-resource-policy": "same-origin",
    }
    return tuple((name.encode("ascii"), value.encode("ascii")) for name, value in said.items())


def content_security_policy(page: str) -> str:
    """The policy for a page with these inline scripts, each allowed by its hash."""
    scripts = " ".join(f"'sha256-{_digest(script)}'" for script in _INLINE.findall(page))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {scripts}",  # blob: the scripts of components, which Streamlit imports so
            "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
            "img-src 'self' data: blob:",  # blob: the page's own pictures, fetched with its token
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",  # the camera is an iframe of the page
        )
    )


def _page() -> str:
    """Streamlit's one page. Only looked for: importing Streamlit is the page's business."""
    spec = find_spec("streamlit")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("streamlit")
    return (Path(spec.origin).parent / "static" / "index.html").read_text("utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
