// The camera's iframe, which is of the same origin: its looks, its Start and Stop, and in which state it is.
// The states: idle, asking, connecting, live, paused, lost, ended. Python has the words for each, sent beforehand, so
// that they can be said even while Python cannot be asked.
const LOOK_EVERY = 250; // ms
const TOO_LONG = 10_000; // ms from Start to the first picture
const SILENT = 4_000; // ms without a message from Python
const STILL = 10_000; // ms without a new frame: a busy machine is slower than 4 s, and starting over makes it busier
const AGAIN = 2_000; // ms between two questions to a server that does not answer
const ANSWER = 10_000; // ms for an answer: one that has gone refuses at once, one that is busy takes its time

// Counted from the end, for an alert, which the page words itself, comes before picture and buttons.
const IFRAME_STYLE = `
  html, body { overflow: hidden; background: transparent; height: 100%; margin: 0; }
  .MuiAlert-root { display: none !important; }
  #root, #root > div, #root > div > div:nth-last-child(2) { height: 100%; padding: 0 !important; margin: 0 !important; }
  video { width: 100%; height: 100%; border-radius: 10px; background: #0c0d0f; object-fit: contain; }
  @media (max-width: 700px) { video { object-fit: cover; border-radius: 0; } }
  .MuiPaper-root:not(.MuiAlert-root) { height: 100%; border-radius: 10px; background: #0c0d0f !important; }
  .MuiPaper-root > svg { display: none; }
  #root > div > div:last-child { position: absolute; inset: 0 0 auto 0; padding: 10px; display: flex; gap: 10px;
    justify-content: flex-end; opacity: 0; transition: opacity .15s; }
  @media (hover: hover) { #root > div:has(video):hover > div:last-child { opacity: 1; } }
  #root > div > div:last-child:has(:focus-visible) { opacity: 1; }
  #root > div:not(:has(video)) > div:last-child { opacity: 1; inset: 36% 0 auto 0; flex-direction: column;
    align-items: center; justify-content: center; gap: 14px; }
  @media (max-width: 700px) { #root > div:not(:has(video)) > div:last-child { top: 49% !important; } }
  button { text-transform: none !important; font: 600 16px system-ui, sans-serif !important; border-radius: 10px !important;
    padding: 12px 26px !important; box-shadow: none !important; }
  #root > div:has(video) button { padding: 8px 16px !important; font-size: 14px !important; }
  .MuiButton-text { color: #c9c8c4 !important; font-weight: 400 !important; font-size: 15px !important;
    padding: 4px 10px !important; background: rgba(12, 13, 15, .7) !important; }
  button:focus-visible { outline: 2px solid #eceae4 !important; outline-offset: 2px; }`;

export class Camera {
  constructor(changed) {
    this.changed = changed;
    this.state = "idle";
    this.trouble = null; // {code, detail}
    this.sample = false; // no camera is needed, so none is asked for
    this.unasked = false; // the sample begins by itself, once its Start is there
    this.pressed = null; // when Start was pressed, while no picture plays yet
    this.advanced = 0; // when the picture last moved on, and to where
    this.place = 0;
    this.track = null; // the browser's own camera track
    this.granting = false; // the browser is asking the person for the camera
    this.wanted = false; // the picture played, and nobody has pressed Stop
    this.resuming = null; // what it waits for before it starts again by itself: a "camera", or only the old stream's "end"
    this.stopped = null; // when Stop was pressed for what was lost, while the old picture has yet to go
    this.heard = performance.now(); // the last word from Python
    this.served = false; // Python still has the stream: a new one started before that has ended would get no answer
    this.asked = 0;
    this.answering = false;
    this.deaf = false; // the server does not answer
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.returned = () => this.cameraReturned();
    navigator.mediaDevices?.addEventListener?.("devicechange", this.returned);
    // The iframe is looked at as soon as it is there: somebody who presses Start at once must not be quicker than `listen`.
    this.loaded = (event) => { if (event.target === this.iframe) this.look(); };
    document.addEventListener("load", this.loaded, true);
  }

  leave() {
    clearInterval(this.timer);
    document.removeEventListener("load", this.loaded, true);
    navigator.mediaDevices?.removeEventListener?.("devicechange", this.returned);
  }

  // Named by what is wanted: while the page changes from one to the other, the old one is still there.
  get iframe() {
    const name = this.sample ? "sample" : "camera";
    return document.querySelector(`.st-key-camera [class*="st-key-${name}-frontend"] iframe`);
  }

  get page() { return this.iframe?.contentDocument; }
  get button() { return this.page?.querySelector("button.MuiButton-contained:enabled"); }

  press() { this.button?.click(); }

  // The one button starts as well: it is pressed only where something runs.
  stop() {
    this.resuming = null;
    if (this.page?.querySelector("video, .MuiCircularProgress-root")) this.press();
  }

  hear(served) {
    this.heard = performance.now();
    this.deaf = false;
    this.served = served;
  }

  set(state, code = null, detail = "") {
    if (state === this.state && code === (this.trouble?.code ?? null)) return;
    this.state = state;
    this.trouble = code ? { code, detail } : null;
    this.changed();
  }

  // Whose camera it is must be known before Start is pressed: only the iframe ever holds the stream.
  listen(view) {
    const devices = view?.navigator.mediaDevices;
    if (!devices || devices.framingGuide) return;
    devices.framingGuide = true;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      this.granting = true;
      const stream = await ask(constraints).finally(() => { this.granting = false; });
      const [track] = stream.getVideoTracks();
      if (track) {
        this.track = track;
        track.addEventListener("ended", () => this.track === track && this.lose("unplugged"));
      }
      return stream;
    };
  }

  restyle(page) {
    if (page.getElementById("framing-guide")) return;
    page.documentElement.lang = "en";
    const style = page.createElement("style");
    style.id = "framing-guide";
    style.textContent = IFRAME_STYLE;
    page.head.append(style);
  }

  // Start was pressed inside the iframe, where the focus stays: Space would then press Stop.
  giveFocusBack() {
    if (document.activeElement !== this.iframe) return;
    const stage = this.iframe.closest(".st-key-camera");
    stage.tabIndex = -1;
    this.iframe.blur();
    stage.focus({ preventScroll: true });
  }

  lose(what) {
    this.resuming = what === "unplugged" ? "camera" : "end";
    this.set("lost", what);
    if (!this.page?.querySelector("video")) return;
    this.stopped = performance.now();
    this.press();
  }

  async cameraReturned() {
    if (this.resuming !== "camera") return;
    const found = await navigator.mediaDevices.enumerateDevices();
    if (found.some((device) => device.kind === "videoinput")) this.resuming = "end"; // which may yet be to come
  }

  resume() {
    this.resuming = null;
    this.pressed = null;
    this.press();
  }

  async askServer() {
    const now = performance.now();
    if (this.answering || now - this.asked < AGAIN) return;
    this.asked = now;
    this.answering = true;
    try {
      const answer = await fetch(new URL("_stcore/health", document.baseURI), { signal: AbortSignal.timeout(ANSWER) });
      this.deaf = !answer.ok;
    } catch {
      this.deaf = true;
    }
    this.answering = false;
  }

  look() {
    if (performance.now() - this.heard > SILENT && !document.hidden) this.askServer();
    if (this.deaf) {
      if (this.wanted) this.resuming = "end"; // its old picture may be gone by the time it is back
      return this.set("lost", "server");
    }
    const page = this.page;
    if (page?.head) this.restyle(page);
    if (!this.sample && !window.isSecureContext) return this.set("idle", "insecure");
    if (!this.sample && !navigator.mediaDevices?.getUserMedia) return this.set("idle", "unsupported");
    if (!page?.head) return;
    this.listen(page.defaultView);
    const video = page.querySelector("video");
    if (video?.videoWidth > 0 && video.currentTime > 0) return this.plays(video);
    const error = page.querySelector(".MuiAlert-colorError .MuiAlert-message")?.textContent;
    if (error) {
      this.pressed = null;
      return this.set("idle", error.split(":", 1)[0], error);
    }
    if (video || page.querySelector(".MuiCircularProgress-root")) return this.starts();
    this.rests();
  }

  plays(video) {
    const now = performance.now();
    if (this.stopped !== null && now - this.stopped < SILENT) return; // it is not live again: what still shows is what was lost
    if (!this.wanted) this.giveFocusBack();
    if (video.currentTime !== this.place || !this.wanted) {
      this.place = video.currentTime;
      this.advanced = now;
    }
    this.wanted = true;
    this.pressed = null;
    if (this.state === "lost" && this.trouble?.code === "server") return this.lose("silent"); // it is back: start again
    if (document.hidden) {
      this.advanced = now;
      return this.set("paused", "hidden");
    }
    if (this.track?.muted) return this.set("paused", "muted");
    if (now - this.advanced > STILL) return this.lose("silent");
    this.set("live");
  }

  starts() {
    if (this.stopped !== null) return;
    if (this.pressed === null) {
      this.resuming = null; // after Start was pressed, nothing else is waited for
      this.pressed = performance.now();
      this.wanted = false;
    }
    const late = performance.now() - this.pressed > TOO_LONG;
    if (this.granting) this.set("asking", late ? "unanswered" : null);
    else this.set("connecting", late ? "slow" : null);
  }

  rests() {
    this.pressed = null;
    this.stopped = null;
    if (this.sample && this.unasked && this.button) {
      this.unasked = false;
      return this.press();
    }
    // A guide that was started again makes a new iframe, whose Start takes a moment to come.
    if (this.resuming === "end" && this.button && !this.served && !document.hidden) return this.resume();
    if (this.resuming) return;
    if (this.wanted) this.set("ended");
    else if (!["ended", "lost", "idle"].includes(this.state)) this.set("idle");
    this.wanted = false;
  }
}
