// The sitter's picture, unmirrored, with the guide's lines and the coach's ink over it.
import { one, text } from "./dom.js";
import { Ease } from "./ease.js";
import { draw, fitted, placing } from "./overlay.js";
import { CLEAN, drawn, fades, paint } from "./room_ink.js";
import { drawLines } from "./school_match_ghost.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { Matching } from "./room.d.ts" */
/** @import { Pen } from "./room_peer_state.js" */
/** @import { Rect } from "./overlay.js" */

const MARGIN = 128; // pixels beside the picture that words find room in

/**
 * The share of the picture at a place of the screen; null beside it.
 * @param {Rect} picture
 * @param {number} x
 * @param {number} y
 * @returns {[number, number] | null}
 */
export function shareAt(picture, x, y) {
  const across = (x - picture.x) / picture.width, down = (y - picture.y) / picture.height;
  if (across < 0 || across > 1 || down < 0 || down > 1) return null;
  return [Math.round(across * 1e4) / 1e4, Math.round(down * 1e4) / 1e4];
}

export class RoomStage {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    const box = this.box = one(bench.root, ".stage");
    this.video = one(box, "video", HTMLVideoElement);
    this.canvases = [one(box, ".overlay", HTMLCanvasElement), one(box, ".ink", HTMLCanvasElement)];
    this.pens = this.canvases.map((canvas) => canvas.getContext("2d"));
    this.ease = new Ease();
    this.ink = CLEAN;
    this.size = { width: 1, height: 1 };
    this.font = "";
    this.plays = false;
    /** @type {Matching["ghost"]["lines"] | null} */
    this.ghost = null; // the outline of a picture to match
    this.strength = 0.7; // with which it is drawn
    this.frame = 0;
    this.video.onresize = () => this.place();
    this.sizes = new ResizeObserver(([entry]) => { if (entry) this.resize(entry.contentRect); });
    this.sizes.observe(box);
  }

  close() {
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
  }

  /** @param {MediaStream | null} stream */
  show(stream) {
    if (this.video.srcObject === stream) return;
    this.video.srcObject = stream;
    void this.video.play().catch(() => {}); // it plays by itself as soon as it is let
  }

  /** @param {{width: number, height: number}} size */
  resize({ width, height }) {
    this.size = { width, height };
    const scale = devicePixelRatio;
    for (const [at, canvas] of this.canvases.entries()) {
      Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
      this.pens[at]?.setTransform(scale, 0, 0, scale, 0, 0);
    }
    this.font = `600 ${Math.max(13, Math.round(height / 36))}px ${getComputedStyle(this.box).fontFamily}`;
    this.place();
  }

  /** Where the picture stands in its box. */
  picture() {
    const { videoWidth, videoHeight } = this.video;
    const aspect = this.plays && videoWidth ? videoWidth / videoHeight : this.bench.known.live?.stage?.aspect ?? 16 / 9;
    return fitted(this.size, aspect, false);
  }

  // Words on the edges follow the picture, and stand beside it where it leaves room.
  place() {
    const { x, y, width, height } = this.picture();
    this.box.style.setProperty("--left", `${x}px`);
    this.box.style.setProperty("--right", `${this.size.width - x - width}px`);
    this.box.style.setProperty("--top", `${y}px`);
    this.box.style.setProperty("--bottom", `${this.size.height - y - height}px`);
    this.box.style.setProperty("--aspect", String(width / height));
    this.box.classList.toggle("margins", x > MARGIN);
    this.ask();
  }

  /** @param {Pen} what */
  hear(what) {
    this.ink = drawn(this.ink, what, performance.now());
    this.ask();
  }

  ask() {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      this.paint(now);
      if (!this.ease.still(now) || fades(this.ink, now)) this.ask();
    });
  }

  /** @param {number} now */
  paint(now) {
    const [over, ink] = this.pens;
    const { settings: { theme, words }, known } = this.bench;
    const picture = this.picture();
    const { width, height } = this.size;
    over?.clearRect(0, 0, width, height);
    ink?.clearRect(0, 0, width, height);
    const stage = this.ease.at(now);
    if (stage && over) draw(over, stage, { picture, mirrored: false, theme, font: this.font });
    if (stage && over && this.ghost) {
      over.globalAlpha = this.strength;
      drawLines(over, this.ghost, placing(stage, picture, false), 1);
      over.globalAlpha = 1;
    }
    if (!ink) return;
    const name = (known.role === "coach" ? words.pen_you : words.pen_coach) ?? "";
    paint(ink, this.ink, (x, y) => [picture.x + x * picture.width, picture.y + y * picture.height],
      { now, name, font: this.font, unit: Math.min(picture.width, picture.height) });
  }

  /** @param {boolean} plays whether the sitter's picture arrives */
  render(plays) {
    const { known, settings: { words } } = this.bench;
    const other = plays !== this.plays;
    this.plays = plays;
    this.video.hidden = !plays;
    // A browser may have stopped what was out of sight.
    if (plays && this.video.paused) void this.video.play().catch(() => {});
    this.video.setAttribute("aria-label", words.their_picture ?? "");
    const stage = known.live?.stage ?? null;
    if (other) this.place();
    if (stage !== this.ease.stage && this.ease.go(stage, performance.now())) this.place();
    const reads = known.live?.deck.reads;
    const badge = one(this.box, ".reads");
    badge.hidden = !reads;
    if (reads) {
      text(one(badge, "b"), reads.name);
      text(one(badge, "span"), reads.sure);
      text(one(badge, "small"), reads.beside);
      badge.dataset.state = reads.agrees ? "good" : "warn";
    }
    const doing = known.room?.doing;
    const centre = one(this.box, ".centre");
    const counts = doing?.countdown ?? null;
    centre.hidden = counts === null && !doing?.taking;
    const left = counts === null ? "" : fill(words.counts ?? "", { seconds: counts });
    text(centre, doing?.taking ? words.being_taken ?? "" : left);
  }
}
