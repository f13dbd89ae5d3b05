"""The WebRTC component in the page: a browser's camera there and back, or pictures to a browser alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit_webrtc import WebRtcMode, WebRtcStreamerContext, create_video_source_track, webrtc_streamer
from streamlit_webrtc.config import Translations
from streamlit_webrtc.process import AsyncMediaProcessTrack

from framing.carriers.webrtc.outlet import Outlet
from framing.carriers.webrtc.stream import Stream
from framing.carriers.webrtc.transport import each_picture_once
from framing.session.registry import Line

AsyncMediaProcessTrack.recv = each_picture_once  # type: ignore[method-assign]

Servers = list[dict[str, Any]]
Words = Translations
"""What the component says, by the names that the library gives its sentences."""
_ATTRIBUTES: Any = {
    "autoPlay": True,
    "muted": True,
    "playsInline": True,
    "controls": False,
    "disablePictureInPicture": True,
}
# 20 frames a second are smooth enough for a mirror, and leave two cores time to look nine times a second.
_ASKED: Any = {
    "width": {"ideal": 1280},
    "height": {"ideal": 720},
    "frameRate": {"ideal": 20},
    # The camera's picture whole: an upright one would be cut to the height asked for, and the head with it.
    "resizeMode": {"ideal": "none"},
}


def both_ways(
    key: str, stream: Stream, servers: Servers, words: Words, changed: Callable[[], None]
) -> Line | None:
    """Show the browser's camera, its frames sent through the stream; the line to it, while there is one.

    `changed` is called when Start or Stop was pressed. The servers are for both ends: an empty list, unlike none at
    all, keeps the library from asking a public one.
    """
    context = webrtc_streamer(
        key=key,
        mode=WebRtcMode.SENDRECV,
        rtc_configuration={"iceServers": servers},
        media_stream_constraints={"video": _ASKED, "audio": False},
        video_frame_callback=stream.on_frame,
        on_video_ended=stream.rest,
        video_html_attrs=_ATTRIBUTES,
        media_toggle_controls=False,
        translations=words,
        on_change=changed,
    )
    return _line(context)


def one_way(
    key: str, source: Outlet, fps: int, servers: Servers, words: Words, changed: Callable[[], None]
) -> Line | None:
    """Show the pictures of a source, as many a second; the line to the browser, while there is one."""
    track = create_video_source_track(source.frame, key=f"{key}_track", fps=fps, on_ended=source.end)
    context = webrtc_streamer(
        key=key,
        mode=WebRtcMode.RECVONLY,
        rtc_configuration={"iceServers": servers},
        source_video_track=track,
        media_stream_constraints={"video": True, "audio": False},
        video_html_attrs=_ATTRIBUTES,
        media_toggle_controls=False,
        translations=words,
        on_change=changed,
    )
    return _line(context)


def _line(context: WebRtcStreamerContext[Any, Any]) -> Line | None:
    """The connection to close when the page goes away without a goodbye."""
    # Not the library's public interface; requirements.txt pins it.
    return context._get_worker()
