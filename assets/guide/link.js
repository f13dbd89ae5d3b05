// The picture on its way up to the guide: by the carrier that link_state.js chooses.
import { FIRST, next } from "./link_state.js";
import { PictureLink, closeUp } from "./picture_link.js";
import { WebRtcLink } from "./webrtc_link.js";

/** @import { Capture } from "./capture.js" */
/** @import { Carrier, Known, Wished } from "./link_state.js" */
/** @import { Live, StageLive } from "./live.d.ts" */

/** @typedef {{ send: (what: Blob | string) => boolean, word: string }} Up where pictures and words go */
/** @typedef {{ time: number, deck: { frames: number }, stage: Live["stage"] }} Heard what counts of a look */

const LOOK_EVERY = 200; // ms
const CLOSER_EVERY = 1_000; // ms

export class Link {
  /**
   * @param {Capture} capture
   * @param {Up} feed
   * @param {() => void} changed told when another carrier has begun
   */
  constructor(capture, feed, changed) {
    this.capture = capture;
    this.feed = feed;
    this.changed = changed;
    /** @type {Wished} */
    this.wished = "auto";
    /** @type {Known} */
    this.known = FIRST;
    this.webrtc = new WebRtcLink(capture);
    this.pictures = new PictureLink(capture.video, (message) => feed.send(message));
    this.frames = 0; // what the guide has counted
    this.before = 0; // and what it had counted before this carrier began
    /** @type {number | null} */
    this.looked = null; // when the newest look came
    this.time = 0; // and its own time
    this.closer = -Infinity; // when the last close-up went up
    /** @type {number[]} */
    this.lags = []; // ms from a picture on the screen to the overlay that belongs to it, the last hundred
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
  }

  close() {
    clearInterval(this.timer);
    this.webrtc.stop();
    this.pictures.stop();
  }

  /** @type {Carrier | null} */
  get carrier() { return this.known.carrier; }

  /**
   * Told of each look.
   * @param {Heard} live
   * @param {number} now
   */
  hear({ time, deck, stage }, now) {
    this.before = Math.min(this.before, deck.frames);
    this.frames = deck.frames;
    if (!stage || time === this.time) return;
    this.time = time;
    this.looked = now;
    const shown = stage.frame ? this.pictures.answer(stage.frame) : null;
    if (shown !== null) this.lags = [...this.lags.slice(-99), now - shown];
    if (now - this.closer >= CLOSER_EVERY) void this.sendCloser(stage, now);
  }

  look() {
    const now = performance.now();
    const before = this.known;
    this.known = next(before, {
      wished: this.wished,
      open: Boolean(this.capture.track) && !this.capture.wish.made, // what is made for it, the guide has already
      hidden: document.hidden,
      arrived: this.frames > this.before,
      age: this.looked === null ? null : now - this.looked,
    }, now);
    if (this.known.carrier !== before.carrier) this.turn();
    this.webrtc.look();
    const { size } = this.capture;
    // WebRTC makes the picture smaller on its way: what counts is the camera's own.
    this.feed.word = size ? `camera ${size.width}x${size.height}` : "here";
  }

  turn() {
    const { carrier } = this.known;
    this.before = this.frames;
    this.looked = null;
    if (carrier === "webrtc") this.webrtc.start();
    else this.webrtc.stop();
    if (carrier === "websocket") this.pictures.start();
    else this.pictures.stop();
    if (carrier === null) this.feed.send("rest");
    this.changed();
  }

  /**
   * @param {StageLive} stage
   * @param {number} now
   */
  async sendCloser({ clear, window: [left, top, , tall], aspect }, now) {
    const [head] = clear;
    if (!head || !this.capture.track) return;
    this.closer = now;
    const [x0, y0, x1, y1] = head;
    const message = await closeUp(this.capture.video, {
      x: (left + x0 * tall) / aspect, y: top + y0 * tall, width: ((x1 - x0) * tall) / aspect, height: (y1 - y0) * tall,
    });
    if (message) this.feed.send(message);
  }
}
