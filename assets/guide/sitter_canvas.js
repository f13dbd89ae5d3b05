// The coach's ink on a canvas of its own over the picture, so that the guide's overlay rests while a pointer moves.
import { placing } from "./overlay.js";
import { CLEAN, drawn, fades, paint } from "./room_ink.js";
import { drawLines } from "./school_match_ghost.js";

/** @import { Ink } from "./room_ink.js" */
/** @import { Pen } from "./room_peer_state.js" */
/** @import { Stage } from "./stage.js" */

export class InkCanvas {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Stage} stage
   */
  constructor(canvas, stage) {
    this.canvas = canvas;
    this.stage = stage;
    this.pen = canvas.getContext("2d");
    /** @type {Ink} */
    this.ink = CLEAN;
    /** @type {readonly (readonly (readonly [number, number])[])[] | null} */
    this.ghost = null; // the outline of a picture to match
    this.strength = 0.7; // with which it is drawn
    this.name = ""; // whose pointer it is
    this.frame = 0;
    this.shown = ""; // where the picture stood
    this.drawn = 0; // how often, for the bench
  }

  /** @param {Pen} what */
  hear(what) {
    this.ink = drawn(this.ink, what, performance.now());
    this.ask();
  }

  clear() {
    this.ink = CLEAN;
    this.ask();
  }

  close() { cancelAnimationFrame(this.frame); }

  // Told of each look: the picture may stand elsewhere now, and the ink with it.
  follow() {
    if (this.ghost) this.ask();
    else if (this.ink !== CLEAN && JSON.stringify(this.stage.picture()) !== this.shown) this.ask();
  }

  ask() { this.frame ||= requestAnimationFrame((now) => this.render(now)); }

  /** @param {number} now */
  render(now) {
    this.frame = 0;
    const { pen, canvas, stage, ink, name } = this;
    const { width, height } = stage.size;
    const scale = devicePixelRatio;
    const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
    if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
    pen?.setTransform(scale, 0, 0, scale, 0, 0);
    pen?.clearRect(0, 0, width, height);
    if (!pen) return;
    const picture = stage.picture();
    const mirrored = stage.settings?.mirrored ?? false;
    const seen = stage.ease.at(now);
    if (this.ghost && seen) {
      pen.globalAlpha = this.strength;
      drawLines(pen, this.ghost, placing(seen, picture, mirrored), 1);
      pen.globalAlpha = 1;
    }
    if (ink === CLEAN) return;
    this.drawn += 1;
    this.shown = JSON.stringify(picture);
    /** @type {(x: number, y: number) => [number, number]} */
    const place = (x, y) => [picture.x + (mirrored ? 1 - x : x) * picture.width, picture.y + y * picture.height];
    paint(pen, ink, place, { now, name, font: stage.font, unit: Math.min(width, height) });
    if (fades(ink, now)) this.ask();
  }
}
