// The picture up by WebRTC: streamlit-webrtc's iframe, out of sight, is given a small copy of the one track instead of
// a camera of its own, and its Start and Stop are pressed from here.
import { smallCopy } from "./small_copy.js";

/** @import { Capture } from "./capture.js" */

const AGAIN = 3_000; // ms from one press to the next: the iframe takes a while to change its button

/** @typedef {Window & {framingGuide?: boolean, MediaStream: typeof MediaStream}} View */

export class WebRtcLink {
  /** @param {Capture} capture */
  constructor(capture) {
    this.capture = capture;
    this.wanted = false;
    this.pressed = -Infinity;
  }

  start() { this.wanted = true; }

  stop() {
    this.wanted = false;
    this.pressed = -Infinity;
    this.look();
  }

  // Called again and again: the iframe loads when it likes, and a guide that was started again makes a new one.
  look() {
    const page = frame()?.contentDocument;
    const button = page?.querySelector("button.MuiButton-contained:enabled");
    if (!(page?.defaultView && button)) return;
    this.take(/** @type {View} */ (page.defaultView));
    const runs = /stop/i.test(button.textContent ?? "");
    const now = performance.now();
    if (runs === this.wanted || now - this.pressed < AGAIN || (this.wanted && !this.capture.track)) return;
    this.pressed = now;
    /** @type {HTMLElement} */ (button).click();
  }

  /** @param {View} view */
  take(view) {
    const devices = view.navigator.mediaDevices;
    if (view.framingGuide || !devices) return;
    view.framingGuide = true;
    devices.getUserMedia = async () => {
      const copy = await smallCopy(this.capture);
      if (!copy) throw new DOMException("no picture", "NotFoundError");
      return new view.MediaStream([copy]);
    };
  }
}

/** @returns {HTMLIFrameElement | null} */
function frame() {
  return document.querySelector(".st-key-carrier iframe");
}
