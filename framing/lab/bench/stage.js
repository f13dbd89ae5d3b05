// Put into the page before its own scripts: how the stage plays, and how far its overlay is behind the picture. The
// number that the fake camera writes at the top says which picture is on the screen.
(() => {
  const CELLS = 12, WIDTH = 1280, CELL = 24; // framing/lab/rigs/fake_camera.py
  const canvas = new OffscreenCanvas(CELLS, 1);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const shown = new Map();
  let video = null, frames = 0, looks = [], lags = [], panels = [], time = 0, since = 0, read = false;

  const root = (selector) => [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
    .map((host) => host.shadowRoot).find((found) => found?.querySelector(selector));

  function number() {
    const cell = (video.videoWidth * CELL) / WIDTH, first = Math.floor((Math.floor(WIDTH / CELL) - CELLS) / 2) * cell;
    pen.drawImage(video, first, cell / 4, CELLS * cell, cell / 2, 0, 0, CELLS, 1);
    const { data } = pen.getImageData(0, 0, CELLS, 1);
    const light = Array.from({ length: CELLS }, (_, i) => data[4 * i + 1]);
    if (light[0] - light[1] < 20) return 0;
    return light.slice(2).reduce((value, l) => value * 2 + (2 * l > light[0] + light[1] ? 1 : 0), 0);
  }

  function watch(deck) {
    video = deck.camera.capture.video;
    const next = (now) => {
      frames += 1;
      if (read) shown.set(number(), now);
      video.requestVideoFrameCallback(next);
    };
    video.requestVideoFrameCallback(next);
    const hear = deck.stage.hear.bind(deck.stage);
    deck.stage.hear = (stage, now) => {
      hear(stage, now);
      const live = deck.link.time;
      if (!stage || live === time) return;
      time = live;
      looks.push(now);
      const at = shown.get(stage.frame);
      if (read && at !== undefined && now - at < 5000) lags.push(now - at);
    };
  }

  setInterval(() => {
    const deck = root(".deck")?.deck;
    if (deck && !video) watch(deck);
    const panel = root('.panel[data-layout="live"]')?.querySelector(".panel");
    if (panel && !panel.probed) {
      panel.probed = true;
      new MutationObserver(() => panels.push(Date.now() - Number(panel.dataset.time)))
        .observe(panel, { attributes: true, attributeFilter: ["data-time"] });
    }
  }, 200);

  // `barcode`: read the number of each picture that is shown; it costs time, and pictures over the WebSocket have their own.
  window.stageReset = (barcode) => {
    const deck = root(".deck").deck;
    Object.assign(deck.link, { lags: [] });
    read = barcode; frames = 0; looks = []; lags = []; panels = []; since = performance.now();
  };
  window.stageRead = () => {
    const deck = root(".deck").deck, seconds = (performance.now() - since) / 1000;
    const { width, height } = deck.camera.capture.size ?? {};
    return { fps: frames / seconds, hz: looks.length / seconds, lags: read ? lags : deck.link.lags, panels, width, height, carrier: deck.link.carrier };
  };
})();
