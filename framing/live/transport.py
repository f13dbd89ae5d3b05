"""What the WebRTC libraries must be told before the first connection."""

from __future__ import annotations

import functools
import logging
from typing import Any

from aiortc.codecs import CODECS, h264, vpx
from aiortc.contrib.media import MediaRelay

# Without a start rate the browser begins at 300 kbps and sends 640x360 for half a minute, whatever was asked for.
START_KBPS = 2500

# The picture sent back: this keeps painted text crisp at 1280x720; more costs encoding time that the analysis needs.
# It starts at the most and gives way when the browser reports less room.
MOST_BPS = 900_000
LEAST_BPS = 400_000


@functools.cache
def prepare() -> None:
    """Set bit rates and logging, once for the process and before the first session."""
    for codec in CODECS["video"]:
        codec.parameters["x-google-start-bitrate"] = str(START_KBPS)
    for module in (vpx, h264):
        _set_rates(module)
    _keep_no_backlog()
    _let_errors_be_seen(logging.getLogger("streamlit_webrtc"))


def _set_rates(module: Any) -> None:
    module.DEFAULT_BITRATE = module.MAX_BITRATE = MOST_BPS
    module.MIN_BITRATE = LEAST_BPS


def _keep_no_backlog() -> None:
    """Let relays hand on the newest frame only.

    By default they queue every frame for whoever reads them: a machine that encodes a little slower than the camera
    delivers then falls behind for good, by seconds first and minutes later, 1.4 MB of memory a frame.
    """
    MediaRelay.subscribe.__defaults__ = (False,)  # buffered


def _let_errors_be_seen(logger: logging.Logger) -> None:
    """The library hangs NullHandlers on its loggers, which keeps even a dead stream's exception from the console."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
