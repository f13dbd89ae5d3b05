"""The picture that the bench looks at."""

from __future__ import annotations

from pathlib import Path

from matplotlib import get_data_path

from framing.photo import open_photo
from framing.types import Image


def sample() -> Image:
    """The public-domain photograph that comes with matplotlib, RGB."""
    return open_photo(Path(get_data_path()) / "sample_data" / "grace_hopper.jpg").frame.pixels
