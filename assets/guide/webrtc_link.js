// The picture up by WebRTC: streamlit-webrtc's iframe, out of sight, is given a small copy of the one track instead of
// a camera of its own, and its Start and Stop are pressed from here.

const SMALL = { width: 640, height: 360, frameRate: 15 }; // all that faces, bodies and masks need
const AGAIN = 3_000; // ms from one press to the next: the iframe takes a while to change its button

/** @typedef {Window & {framingGuide?: boolean, MediaStream: typeof MediaStream}} View */

export class WebRtcLink {
  /** @param {() => MediaStreamTrack | null} give the track that is shown */
  constructor(give) {
    this.give = give;
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
    if (runs === this.wanted || now - this.pressed < AGAIN || (this.wanted && !this.give())) return;
    this.pressed = now;
    /** @type {HTMLElement} */ (button).click();
  }

  /** @param {View} view */
  take(view) {
    const devices = view.navigator.mediaDevices;
    if (view.framingGuide || !devices) return;
    view.framingGuide = true;
    devices.getUserMedia = async () => {
      const copy = this.give()?.clone();
      if (!copy) throw new DOMException("no picture", "NotFoundError");
      await copy.applyConstraints(lying(copy, SMALL)).catch(() => {}); // then it goes up as large as it is
      return new view.MediaStream([copy]);
    };
  }
}

/**
 * The size for a track that may stand upright.
 * @param {MediaStreamTrack} track
 * @param {typeof SMALL} size
 */
function lying(track, { width, height, frameRate }) {
  const { width: across = 16, height: down = 9 } = track.getSettings();
  const [long, short] = [width, height];
  return across >= down ? { width: long, height: short, frameRate } : { width: short, height: long, frameRate };
}

/** @returns {HTMLIFrameElement | null} */
function frame() {
  return document.querySelector(".st-key-carrier iframe");
}
