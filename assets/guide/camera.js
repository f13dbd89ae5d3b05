// The camera: looks at the capture a few times a second, has camera_state.js say what that means, and does it.
import { Capture } from "./capture.js";
import { FIRST, next } from "./camera_state.js";
import { Screen } from "./screen.js";

/** @import { Act, Known, Seen } from "./camera_state.js" */
/** @import { Wish } from "./capture.js" */

const LOOK_EVERY = 250; // ms
const PLAYS = ["connecting", "live"];
const ANSWER = 10_000; // ms for an answer: a server that has gone refuses at once, one that is busy takes its time

export class Camera {
  /**
   * @param {HTMLVideoElement} video
   * @param {() => void} changed told when the state or the trouble has changed
   */
  constructor(video, changed) {
    this.changed = changed;
    /** @type {Known} */
    this.known = FIRST;
    /** @type {Wish} */
    this.wish = { sample: false };
    this.capture = new Capture(video, (what) => this.look(what === "ended" ? "unplugged" : null));
    this.heard = performance.now(); // the last word from Python
    this.looks = 0; // how often the guide has looked
    this.before = 0; // and how often before the capture was opened
    /** @type {{name: string, detail: string} | null} */
    this.error = null;
    this.answering = false;
    this.deaf = false;
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.ears = new AbortController();
    const { signal } = this.ears;
    navigator.mediaDevices?.addEventListener?.("devicechange", () => void this.devicesChanged(), { signal });
    this.screen = new Screen();
  }

  close() {
    clearInterval(this.timer);
    this.ears.abort();
    this.capture.close();
    this.screen.hold(false);
  }

  get state() { return this.known.state; }
  get trouble() { return this.known.trouble; }

  /** @param {number} looks told with every word from Python: how often it has looked */
  hear(looks) {
    this.heard = performance.now();
    this.deaf = false;
    this.before = Math.min(this.before, looks); // a guide that was started again counts from the beginning
    this.looks = looks;
  }

  /** @param {Seen["event"]} event what has just happened, if anything */
  look(event = null) {
    const now = performance.now();
    const before = this.known;
    this.known = next(before, this.seen(event, now), now);
    for (const act of this.known.acts) this.do(act);
    if (this.state !== before.state || this.trouble?.code !== before.trouble?.code) this.changed();
    this.screen.hold(PLAYS.includes(this.state) && !document.hidden);
  }

  /**
   * @param {Seen["event"]} event
   * @param {number} now
   * @returns {Seen}
   */
  seen(event, now) {
    const { capture } = this;
    return {
      event,
      error: this.error,
      sample: this.wish.sample,
      secure: window.isSecureContext,
      supported: Boolean(navigator.mediaDevices?.getUserMedia),
      hidden: document.hidden,
      quiet: now - this.heard,
      deaf: this.deaf,
      track: capture.track ? "live" : capture.asking ? "asking" : "none",
      place: capture.place,
      told: this.looks > this.before,
      muted: capture.muted,
    };
  }

  /** @param {Act} act */
  do(act) {
    if (act === "ask") void this.ask();
    else if (act === "close") this.capture.close();
    else void this.open();
  }

  async open() {
    this.before = this.looks;
    try {
      await this.capture.open(this.wish);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      this.error = { name, detail: `${name}: ${message}` };
      this.look("refused");
    }
  }

  /**
   * Another camera, or the sample: at once where one plays.
   * @param {Wish} wish
   */
  want(wish) {
    const other = JSON.stringify(wish) !== JSON.stringify(this.wish);
    this.wish = wish;
    if (other && this.capture.track) this.look("start");
  }

  async devicesChanged() {
    if (!this.known.resuming) return;
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
