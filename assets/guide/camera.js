// The camera: looks at the page a few times a second, has camera_state.js say what that means, and does it.
import { button, dress, frame, giveFocusBack, seen } from "./camera_frame.js";
import { FIRST, next } from "./camera_state.js";

/** @import { Act, Known, Seen } from "./camera_state.js" */

const LOOK_EVERY = 250; // ms
const ANSWER = 10_000; // ms for an answer: a server that has gone refuses at once, one that is busy takes its time

export class Camera {
  /** @param {() => void} changed told when the state or the trouble has changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {Known} */
    this.known = FIRST;
    this.sample = false; // no camera is needed, so none is asked for
    this.lang = "en";
    this.dir = "ltr";
    /** @type {MediaStreamTrack | null} */
    this.track = null; // the browser's own camera track
    this.granting = false; // the browser is asking the person for the camera
    this.heard = performance.now(); // the last word from Python
    this.served = false; // Python has the stream
    this.answering = false;
    this.deaf = false;
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.ears = new AbortController();
    const { signal } = this.ears;
    navigator.mediaDevices?.addEventListener?.("devicechange", () => void this.devicesChanged(), { signal });
    // The iframe is looked at as soon as it is there: who presses Start at once must not be quicker than `listen`.
    const loaded = (/** @type {Event} */ event) => { if (event.target === frame(this.sample)) this.look(); };
    document.addEventListener("load", loaded, { signal, capture: true });
  }

  close() {
    clearInterval(this.timer);
    this.ears.abort();
  }

  get state() { return this.known.state; }
  get trouble() { return this.known.trouble; }
  get page() { return frame(this.sample)?.contentDocument; }

  /** @param {boolean} served told with every word from Python: whether it has the stream */
  hear(served) {
    this.heard = performance.now();
    this.deaf = false;
    this.served = served;
  }

  /** @param {Seen["event"]} event what has just happened, if anything */
  look(event = null) {
    const page = this.page;
    if (page?.head) {
      dress(page, this.lang, this.dir);
      this.listen(page.defaultView);
    }
    const now = performance.now();
    const before = this.known;
    this.known = next(before, this.seen(event, page, now), now);
    for (const act of this.known.acts) this.do(act);
    if (this.state !== before.state || this.trouble?.code !== before.trouble?.code) this.changed();
  }

  /**
   * @param {Seen["event"]} event
   * @param {Document | null | undefined} page
   * @param {number} now
   * @returns {Seen}
   */
  seen(event, page, now) {
    return {
      ...seen(page),
      event,
      sample: this.sample,
      secure: window.isSecureContext,
      supported: Boolean(navigator.mediaDevices?.getUserMedia),
      hidden: document.hidden,
      quiet: now - this.heard,
      deaf: this.deaf,
      served: this.served,
      granting: this.granting,
      muted: Boolean(this.track?.muted),
    };
  }

  /** @param {Act} act */
  do(act) {
    if (act === "press") button(this.page)?.click();
    else if (act === "focus") giveFocusBack(frame(this.sample));
    else void this.ask();
  }

  // Whose camera it is must be known before Start is pressed: only the iframe ever holds the stream.
  /** @param {Window | null} view */
  listen(view) {
    /** @type {MediaDevices & {framingGuide?: boolean} | undefined} */
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
        track.addEventListener("ended", () => { if (this.track === track) this.look("unplugged"); });
      }
      return stream;
    };
  }

  async devicesChanged() {
    if (this.known.resuming !== "camera") return;
    const found = await navigator.mediaDevices.enumerateDevices();
    if (found.some((device) => device.kind === "videoinput")) this.look("returned");
  }

  async ask() {
    if (this.answering) return;
    this.answering = true;
    try {
      const answer = await fetch(new URL("_stcore/health", document.baseURI), { signal: AbortSignal.timeout(ANSWER) });
      this.deaf = !answer.ok;
    } catch {
      this.deaf = true;
    }
    this.answering = false;
  }
}
