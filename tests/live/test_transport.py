import asyncio
import logging

from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection
from aiortc.codecs import CODECS, h264, vpx
from aiortc.contrib.media import MediaRelay
from av import VideoFrame

from framing.live import transport


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


def test_both_codecs_send_the_picture_back_within_the_same_limits() -> None:
    transport.prepare()
    for codec in (vpx, h264):
        assert codec.MIN_BITRATE < codec.DEFAULT_BITRATE <= codec.MAX_BITRATE == transport.MOST_BPS


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


def _handlers() -> list[logging.Handler]:
    return logging.getLogger("streamlit_webrtc").handlers
