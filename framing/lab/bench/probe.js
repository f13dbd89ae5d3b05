// Put into every frame before the page's own scripts: watches the camera's picture and the one that comes back, and
// reads the number that the fake camera writes in the middle of the top edge. In the page itself it watches the panel,
// which says when the look that it shows was over.
(() => {
  const CELLS = 12;
  const sent = new Map();
  let delays = [], last = -1, decoded = 0, since = performance.now();
  const peers = [];
  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = new Proxy(Peer, {
    construct(target, options) { peers.push(new target(...options)); return peers.at(-1); },
  });

  // Frames that came back, shown or not: software rendering skips some that a graphics card would show.
  async function framesDecoded() {
    const stats = [...(await peers.at(-1).getStats()).values()];
    return stats.find((s) => s.type === "inbound-rtp" && s.kind === "video")?.framesDecoded ?? 0;
  }
  const canvas = document.createElement("canvas");
  canvas.width = CELLS; canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });

  function number(video, mirrored) {
    const cell = Math.floor(video.videoWidth / 53), strip = CELLS * cell;
    pen.save();
    if (mirrored) { pen.translate(CELLS, 0); pen.scale(-1, 1); }
    const place = Math.floor((Math.floor(video.videoWidth / cell) - CELLS) / 2) * cell;
    const left = mirrored ? video.videoWidth - place - strip : place;
    pen.drawImage(video, left, cell / 4, strip, cell / 2, 0, 0, CELLS, 1);
    pen.restore();
    const data = pen.getImageData(0, 0, CELLS, 1).data;
    const light = Array.from({ length: CELLS }, (_, i) => data[4 * i + 1]);
    // The first cell is white and the second black, however much the picture around them was shaded.
    if (light[0] - light[1] < 20) return null;
    const middle = (light[0] + light[1]) / 2;
    return light.slice(2).reduce((value, l) => value * 2 + (l > middle ? 1 : 0), 0);
  }

  function watch(video, seen) {
    const next = () => { seen(); video.requestVideoFrameCallback(next); };
    video.requestVideoFrameCallback(next);
  }

  const devices = navigator.mediaDevices;
  if (devices) {
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      const local = document.createElement("video");
      local.muted = true; local.srcObject = stream; local.dataset.probe = "";
      local.style.cssText = "position:fixed;right:0;bottom:0;width:32px;height:18px;opacity:.01";
      document.body.appendChild(local);
      await local.play();
      watch(local, () => { const n = number(local, false); if (n !== null) sent.set(n, performance.now()); });
      return stream;
    };
  }

  const known = new WeakSet();
  setInterval(() => {
    for (const video of document.querySelectorAll("video:not([data-probe])")) {
      if (known.has(video) || !video.srcObject) continue;
      known.add(video);
      watch(video, () => {
        const n = number(video, true) ?? number(video, false);
        if (n === null || n === last) return;
        last = n;
        const delay = performance.now() - (sent.get(n) ?? -Infinity);
        if (delay < 3000) delays.push(delay);
      });
    }
  }, 200);

  let shown = [], watched = null;
  const panel = () => [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
    .map((host) => host.shadowRoot?.querySelector('.panel[data-layout="live"]')).find(Boolean);
  const sawPanel = new MutationObserver(() => {
    const delay = Date.now() - Number(watched.dataset.time);
    if (delay < 3000) shown.push(delay);
  });
  setInterval(() => {
    if (watched?.isConnected) return;
    watched = panel();
    if (watched) sawPanel.observe(watched, { attributes: true, attributeFilter: ["data-time"] });
  }, 200);
  window.probeShown = () => shown;

  window.probeReset = async () => { shown = []; delays = []; decoded = peers.length ? await framesDecoded() : 0; since = performance.now(); };
  window.probeRead = async () => {
    const seconds = (performance.now() - since) / 1000;
    return { fps: (await framesDecoded() - decoded) / seconds, delays };
  };
})();
