// The one capture of the page: the camera at its best, or the sample in its place, as a track that is shown as it is.
// Whatever the guide or a photograph needs is taken from this track; nobody else asks for a camera.
import { SampleCamera } from "./sample.js";

// The camera's picture whole: Chrome would cut one of another shape to what is asked for, and the head with it.
export const BEST = {
  width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 }, resizeMode: { ideal: "none" },
};

/**
 * Which picture is wanted: the sample, a camera, or what `made` makes in its place.
 * @typedef {object} Wish
 * @property {boolean} sample no camera is needed
 * @property {string} [device]
 * @property {"user" | "environment"} [facing]
 * @property {() => Promise<MediaStream>} [made]
 */
/** @typedef {{width: number, height: number}} Size in pixels */

/**
 * What a browser is asked for.
 * @param {Wish} wish
 * @returns {MediaStreamConstraints}
 */
export function constraints({ device, facing }) {
  const which = device ? { deviceId: { ideal: device } } : facing ? { facingMode: { ideal: facing } } : {};
  return { video: { ...BEST, ...which }, audio: false };
}

/**
 * What the system does to the picture before anybody sees it: "blur" behind the person, or "framing", which moves and
 * cuts the picture; null where it does neither or does not say.
 * @param {MediaTrackSettings & {backgroundBlur?: boolean, faceFraming?: boolean}} settings
 */
export function meddling({ backgroundBlur, faceFraming }) {
  return backgroundBlur ? "blur" : faceFraming ? "framing" : null;
}

/** What browsers let a page change, by their own names; a lamp is on or off, the rest has a range. */
const ABILITIES = /** @type {const} */ (["zoom", "exposureCompensation", "colorTemperature", "torch"]);

/** @typedef {{min: number, max: number, step?: number}} Range */

/**
 * What this camera lets a page change, and where it stands.
 * @param {Readonly<Record<string, unknown>>} capabilities
 * @param {Readonly<Record<string, unknown>>} settings
 */
export function abilities(capabilities, settings) {
  /** @type {{name: string, range: Range | null, value: number}[]} */
  const found = [];
  for (const name of ABILITIES) {
    const range = /** @type {Range | undefined} */ (capabilities[name]);
    if (name === "torch" && range) found.push({ name, range: null, value: Number(Boolean(settings[name])) });
    else if (range && range.max > range.min) found.push({ name, range, value: Number(settings[name] ?? range.min) });
  }
  return found;
}

/**
 * Set one of them. The names are the browser's own, which its types do not know yet; a camera that refuses stays as it
 * was.
 * @param {MediaStreamTrack} track
 * @param {string} name
 * @param {number | boolean} to
 */
export async function set(track, name, to) {
  const wanted = /** @type {MediaTrackConstraints} */ ({ advanced: [{ [name]: to }] });
  await track.applyConstraints({ ...track.getConstraints(), ...wanted }).catch(() => {});
}

export class Capture {
  /**
   * @param {HTMLVideoElement} video shows the track
   * @param {(what: "ended" | "changed") => void} happened the track has ended by itself, or is muted or of another size
   */
  constructor(video, happened) {
    this.video = video;
    this.happened = happened;
    /** @type {MediaStreamTrack | null} */
    this.track = null;
    this.asking = false; // the browser is asking the person for the camera
    /** @type {Wish} */
    this.wish = { sample: false };
    this.opened = 0; // counts, so that an answer which comes too late is known as one
    video.addEventListener("resize", () => this.happened("changed"));
  }

  /** The size of the camera's own picture; null before its first. */
  get size() {
    const { videoWidth: width, videoHeight: height } = this.video;
    return this.track && width ? { width, height } : null;
  }

  get muted() { return Boolean(this.track?.muted); }

  /** Where the picture is, in seconds; null before its first. */
  get place() { return this.size && this.video.currentTime > 0 ? this.video.currentTime : null; }

  /**
   * Open it; the browser's own error comes through.
   * @param {Wish} wish
   */
  async open(wish) {
    this.close();
    this.wish = wish;
    const turn = ++this.opened;
    this.asking = !wish.sample;
    try {
      const { mediaDevices } = navigator;
      const made = wish.made ?? (wish.sample ? () => new SampleCamera().open() : null);
      const stream = await (made ? made() : mediaDevices.getUserMedia(constraints(wish)));
      const [track] = stream.getVideoTracks();
      if (!track) throw new DOMException("no picture", "NotFoundError");
      if (turn !== this.opened) return track.stop(); // it was called off meanwhile
      this.show(track, stream);
    } finally {
      if (turn === this.opened) this.asking = false;
    }
  }

  /**
   * @param {MediaStreamTrack} track
   * @param {MediaStream} stream
   */
  show(track, stream) {
    this.track = track;
    track.addEventListener("ended", () => { if (this.track === track) this.happened("ended"); });
    for (const change of ["mute", "unmute"]) track.addEventListener(change, () => this.happened("changed"));
    this.video.srcObject = stream;
    // Refused only where a page may not play at all; the next gesture plays it.
    void this.video.play().catch(() => {});
  }

  close() {
    this.opened += 1;
    this.asking = false;
    this.track?.stop();
    this.track = null;
    this.video.srcObject = null;
  }

  /** The same camera anew, after it has failed to give a photograph. */
  async renew() {
    await this.open(this.wish);
    if (!this.track) throw new DOMException("no picture", "NotFoundError");
    return this.track;
  }
}
