import asyncio
import logging
import re

import aioice.ice
import pytest
from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.codecs import CODECS
from aiortc.contrib.media import MediaRelay
from aiortc.jitterbuffer import JitterBuffer
from aiortc.rtp import RtpPacket
from av import VideoFrame

from framing.carriers.webrtc import transport


def test_the_answer_asks_the_browser_to_begin_at_a_rate_that_carries_720p() -> None:
    async def answer() -> str:
        browser, guide = (RTCPeerConnection(RTCConfiguration(iceServers=[])) for _ in range(2))
        browser.addTransceiver("video")
        await browser.setLocalDescription(await browser.createOffer())
        await guide.setRemoteDescription(browser.localDescription)
        await guide.setLocalDescription(await guide.createAnswer())
        said = guide.localDescription.sdp
        await browser.close()
        await guide.close()
        return said

    transport.prepare()
    assert f"x-google-start-bitrate={transport.START_KBPS}" in asyncio.run(answer())


def test_preparing_twice_changes_nothing() -> None:
    transport.prepare()
    before = [dict(codec.parameters) for codec in CODECS["video"]], list(_handlers())
    transport.prepare()
    assert ([dict(codec.parameters) for codec in CODECS["video"]], list(_handlers())) == before


def test_an_error_in_a_dead_stream_is_seen() -> None:
    transport.prepare()
    assert any(
        isinstance(handler, logging.StreamHandler) and handler.level <= logging.WARNING for handler in _handlers()
    )


def test_a_slow_reader_of_a_relay_is_two_frames_behind_and_no_more() -> None:
    class Counting(MediaStreamTrack):
        kind = "video"
        count = 0

        async def recv(self) -> VideoFrame:
            await asyncio.sleep(0)
            self.count += 1
            counted = VideoFrame(16, 16)
            counted.pts = self.count
            return counted

    async def lags() -> list[int]:
        camera = Counting()
        reader = MediaRelay().subscribe(camera)
        await reader.recv()
        lags = []
        for _ in range(3):
            busy_until = camera.count + 50
            while camera.count < busy_until:
                await asyncio.sleep(0)
            lags.append(camera.count - int((await reader.recv()).pts or 0))
        reader.stop()
        camera.stop()
        return lags

    transport.prepare()
    assert max(asyncio.run(lags())) <= 2


def packet(number: int, time: int, data: bytes, *, last: bool = False) -> RtpPacket:
    sent = RtpPacket(sequence_number=number, timestamp=time, marker=int(last), payload=data)
    vars(sent)["_data"] = data
    return sent


def handed_on(*packets: RtpPacket) -> list[bytes | None]:
    """What a buffer hands on with each of these packets."""
    transport.prepare()
    buffer = JitterBuffer(capacity=16, is_video=True)
    frames = (buffer.add(one)[1] for one in packets)
    return [None if frame is None else frame.data for frame in frames]


def test_a_picture_is_handed_on_with_its_last_packet() -> None:
    assert handed_on(
        packet(1, 0, b"a"), packet(2, 0, b"b", last=True), packet(3, 9, b"c", last=True), packet(4, 18, b"d")
    ) == [None, b"ab", b"c", None]


def test_a_picture_whose_packets_come_in_another_order_is_handed_on_whole_and_once() -> None:
    first = packet(1, 0, b"a", last=True)
    late, last, more = packet(2, 9, b"b"), packet(3, 9, b"c", last=True), packet(4, 18, b"d", last=True)
    assert handed_on(first, last, late, more) == [b"a", None, b"bc", b"d"]


def test_a_picture_whose_end_is_not_marked_is_handed_on_with_the_next_one() -> None:
    assert handed_on(packet(1, 0, b"a"), packet(2, 9, b"b"), packet(3, 18, b"c")) == [None, b"a", b"b"]


def test_packets_that_only_fill_the_line_are_no_pictures() -> None:
    sent = packet(1, 0, b"a", last=True), packet(2, 0, b""), packet(3, 0, b""), packet(4, 9, b"b", last=True)
    assert handed_on(*sent, packet(5, 18, b"c", last=True)) == [b"a", None, None, b"b", b"c"]


@pytest.mark.parametrize("name", ["a55f2032-b12c-49a9-bbde-47ab79cd9a7f.local", "host.example.org"])
def test_a_browser_that_hides_its_addresses_is_reached_without_looking_up_a_name(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    async def never(*_: object) -> None:
        raise AssertionError("a name was looked up")

    async def states() -> set[str]:
        browser, guide = (RTCPeerConnection(RTCConfiguration(iceServers=[])) for _ in range(2))
        browser.createDataChannel("any")
        await browser.setLocalDescription(await browser.createOffer())
        said = browser.localDescription
        hidden = re.sub(r"(a=candidate:\S+ \d udp \d+ )\S+", rf"\g<1>{name}", said.sdp)
        assert hidden.count(name) == said.sdp.count("a=candidate:") > 0
        assert "a=end-of-candidates" in hidden
        await guide.setRemoteDescription(RTCSessionDescription(hidden, said.type))
        await guide.setLocalDescription(await guide.createAnswer())
        await browser.setRemoteDescription(guide.localDescription)
        done = {"completed", "failed", "closed"}
        async with asyncio.timeout(60):
            while not {browser.iceConnectionState, guide.iceConnectionState} <= done:
                await asyncio.sleep(0.01)
        found = {browser.iceConnectionState, guide.iceConnectionState}
        await browser.close()
        await guide.close()
        return found

    transport.prepare()
    monkeypatch.setattr(aioice.ice, "get_or_create_mdns_protocol", never)
    assert asyncio.run(states()) == {"completed"}


def _handlers() -> list[logging.Handler]:
    return logging.getLogger("streamlit_webrtc").handlers
