// The coach's small picture and voice on the sitter's stage, in the corner where no head is.
import { make, text } from "./dom.js";
import { corner } from "./sitter_state.js";

/** @import { Corner } from "./sitter_state.js" */
/** @import { StageLive } from "./live.d.ts" */
/** @import { Stage } from "./stage.js" */

const MARGIN = 12; // CSS pixels

export class CoachPicture {
  /**
   * @param {HTMLElement} box the stage
   * @param {Stage} stage
   * @param {() => void} blocked the browser keeps the voice back until the page is touched
   */
  constructor(box, stage, blocked) {
    this.stage = stage;
    this.blocked = blocked;
    this.figure = make("figure", { className: "coach" });
    this.video = make("video", { playsInline: true, autoplay: true, disablePictureInPicture: true, tabIndex: -1 });
    this.name = make("figcaption");
    this.figure.append(this.video, this.name);
    /** @type {Corner} */
    this.corner = "top-left";
    box.append(this.figure);
  }

  close() {
    this.video.srcObject = null;
    this.figure.remove();
  }

  /** @param {MediaStream} stream */
  show(stream) {
    if (this.video.srcObject !== stream) this.video.srcObject = stream;
    void this.play();
  }

  async play() {
    try {
      await this.video.play();
    } catch (error) {
      if (error instanceof Error && error.name === "NotAllowedError") this.blocked();
    }
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {boolean} speaks their microphone is on
   */
  draw(name, label, speaks) {
    text(this.name, name);
    this.video.setAttribute("aria-label", label);
    this.figure.dataset.voice = String(speaks);
    const stream = this.video.srcObject;
    const seen = stream instanceof MediaStream && stream.getVideoTracks().some(({ muted }) => !muted);
    this.figure.dataset.seen = String(seen);
  }

  // Told of each look: heads may be elsewhere now.
  /** @param {StageLive | null} stage */
  follow(stage) {
    const { width, height } = this.figure.getBoundingClientRect();
    const small = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
    this.corner = corner(this.stage.size, small, stage ? this.stage.heads(stage) : [], this.corner);
    this.figure.dataset.corner = this.corner;
  }
}
