"""The WebRTC component in the page: what carries a browser's camera to the guide, out of sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit_webrtc import WebRtcMode, webrtc_streamer

from framing.carriers.webrtc.stream import Stream
from framing.session.registry import Line

Servers = list[dict[str, Any]]


def upward(key: str, stream: Stream, servers: Servers, changed: Callable[[], None]) -> Line | None:
    """Take the frames that the page's own script gives the component; the line to it, while there is one.

    `changed` is called when its Start or Stop was pressed. The servers are for both ends: an empty list, unlike none at
    all, keeps the library from asking a public one. The component shows nothing and asks for no camera: the script
    hands it a small copy of the one picture that the stage shows (assets/guide/webrtc_link.js).
    """
    context = webrtc_streamer(
        key=key,
        mode=WebRtcMode.SENDONLY,
        rtc_configuration={"iceServers": servers},
        media_stream_constraints={"video": True, "audio": False},
        video_frame_callback=stream.on_frame,
        on_video_ended=stream.rest,
        media_toggle_controls=False,
        on_change=changed,
    )
    # Not the library's public interface; requirements.txt pins it.
    return context._get_worker()
