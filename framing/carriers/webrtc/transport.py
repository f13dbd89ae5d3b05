"""What the WebRTC libraries must be told before the first connection."""

from __future__ import annotations

import asyncio
import functools
import ipaddress
import logging
from typing import Any

import cv2
from aiortc import MediaStreamTrack, RTCIceCandidate, RTCIceTransport
from aiortc.codecs import CODECS
from aiortc.contrib.media import MediaRelay
from aiortc.jitterbuffer import JitterBuffer, JitterFrame

# Without a start rate the browser begins at 300 kbps and sends 640x360 for half a minute, whatever was asked for.
START_KBPS = 1500


@functools.cache
def prepare() -> None:
    """Set bit rate, threads and logging, once for the process and before the first session."""
    # Pictures here are small: OpenCV's own threads would only get in the way of the video's and the models'.
    cv2.setNumThreads(1)
    for codec in CODECS["video"]:
        codec.parameters["x-google-start-bitrate"] = str(START_KBPS)
    _keep_no_backlog()
    _hand_on_at_once()
    _look_up_no_names()
    _let_errors_be_seen(logging.getLogger("streamlit_webrtc"))


class _Short(asyncio.Queue[Any]):
    """At most two frames: one to hand on while another comes in; a third pushes the oldest out."""

    def __init__(self) -> None:
        super().__init__(maxsize=2)

    def put_nowait(self, item: Any) -> None:
        """Never refuse: make room instead."""
        if self.full():
            self.get_nowait()
        super().put_nowait(item)


def _keep_no_backlog() -> None:
    """Let relays drop frames that were not read in time.

    They queue every frame for each reader: a machine that encodes a little slower than the camera delivers then
    falls behind for good, by seconds first and minutes later, 1.4 MB of memory a frame.
    """
    subscribe = MediaRelay.subscribe

    def briefly(relay: MediaRelay, track: MediaStreamTrack, buffered: bool = True) -> MediaStreamTrack:
        proxy = subscribe(relay, track, buffered)
        if buffered:
            vars(proxy)["_queue"] = _Short()
        return proxy

    MediaRelay.subscribe = briefly  # type: ignore[method-assign, assignment]


def _hand_on_at_once() -> None:
    """Hand a picture on with its last packet, which is marked as such (RTP's marker bit, RFC 7741 4.1).

    The library waits for the first packet of the next picture: at 15 a second each comes 67 ms late.
    """
    late = JitterBuffer._remove_frame

    def at_once(buffer: JitterBuffer, sequence_number: int) -> JitterFrame | None:
        frame = late(buffer, sequence_number)
        if frame is not None and frame.data:  # packets that only fill the line may follow a picture's last
            return frame
        return _complete(buffer) if buffer._is_video else frame

    JitterBuffer._remove_frame = at_once  # type: ignore[method-assign, assignment]


def _complete(buffer: JitterBuffer) -> JitterFrame | None:
    """The oldest picture in the buffer, taken out of it, if all of its packets are there; None otherwise."""
    packets: list[Any] = []
    for ahead in range(buffer.capacity):
        packet = buffer._packets[((buffer._origin or 0) + ahead) % buffer.capacity]
        if packet is None or (packets and packet.timestamp != packets[0].timestamp):
            return None
        packets.append(packet)
        if packet.marker:
            buffer.remove(len(packets))
            return JitterFrame(b"".join(packet._data for packet in packets), packet.timestamp)
    return None


def _look_up_no_names() -> None:
    """Leave out candidates that give a name instead of an address.

    A browser that gives a page no camera hides its addresses behind names that end in .local, and the library would ask
    the whole network for each. Nothing is lost: the browser has the guide's addresses and knocks there, and where a
    knock comes from is a candidate too (peer-reflexive, RFC 8445 7.3.1.3).
    """
    add = RTCIceTransport.addRemoteCandidate

    async def add_addresses(transport: RTCIceTransport, candidate: RTCIceCandidate | None) -> None:
        named = vars(transport).setdefault("_named", [])
        if candidate is not None and not _is_address(candidate.ip):
            named.append(candidate)
        elif candidate is not None or not named:  # "that was all" would end the wait for the knock
            await add(transport, candidate)

    RTCIceTransport.addRemoteCandidate = add_addresses  # type: ignore[method-assign, assignment]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _let_errors_be_seen(logger: logging.Logger) -> None:
    """The library hangs NullHandlers on its loggers, which keeps even a dead stream's exception from the console."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
