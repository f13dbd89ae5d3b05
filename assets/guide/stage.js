// The stage: the camera's own picture as it comes, mirrored where its viewer wants it, and the overlay over it at the
// pace of the screen.
import { Ease } from "./ease.js";
import { draw, fitted, placing, position, viewfinder } from "./overlay.js";

/** @import { Capture } from "./capture.js" */
/** @import { DeckSettings } from "./data.d.ts" */
/** @import { StageLive } from "./live.d.ts" */

const NARROW = matchMedia("(max-width: 700px) and (min-height: 481px)"); // there the picture fills its place

export class Stage {
  /**
   * @param {HTMLElement} box
   * @param {HTMLCanvasElement} canvas
   * @param {Capture} capture
   */
  constructor(box, canvas, capture) {
    this.box = box;
    this.canvas = canvas;
    this.capture = capture;
    this.pen = canvas.getContext("2d");
    this.ease = new Ease();
    /** @type {Pick<DeckSettings, "mirrored" | "theme"> | null} */
    this.settings = null;
    this.size = { width: 1, height: 1 }; // of the box, in CSS pixels
    this.font = ""; // of the labels
    this.shown = false; // whether there is something on the canvas
    this.frame = 0; // the animation frame that was asked for
    this.drawn = 0; // how often it was drawn, for the bench
    this.sizes = new ResizeObserver(([entry]) => { if (entry) this.resize(entry.contentRect); });
    this.sizes.observe(box);
  }

  close() {
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
  }

  /** @param {Pick<DeckSettings, "mirrored" | "theme">} settings */
  settle(settings) {
    this.settings = settings;
    this.capture.video.classList.toggle("mirrored", settings.mirrored);
    this.ask();
  }

  /**
   * What a new look draws; null where there is nothing.
   * @param {StageLive | null} stage
   * @param {number} now
   */
  hear(stage, now) {
    if (stage && stage === this.ease.stage) return;
    if (this.ease.go(stage, now)) this.ask();
  }

  /** @param {{width: number, height: number}} size */
  resize({ width, height }) {
    this.size = { width, height };
    const scale = devicePixelRatio;
    Object.assign(this.canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    this.pen?.setTransform(scale, 0, 0, scale, 0, 0);
    this.font = `600 ${Math.max(13, Math.round(height / 36))}px ${getComputedStyle(this.box).fontFamily}`;
    this.ask();
  }

  ask() {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      this.render(now);
      if (!this.ease.still(now)) this.ask();
    });
  }

  /**
   * Where the picture stands in the box: where it fills it, with its viewfinder in the middle.
   * @param {StageLive | null} [stage]
   */
  picture(stage = this.ease.at(performance.now())) {
    const { width, height } = this.capture.size ?? { width: 16, height: 9 };
    if (!NARROW.matches || !stage) return fitted(this.size, width / height, NARROW.matches);
    const [left, top, across, down] = stage.window;
    const x = (left + across / 2) / stage.aspect;
    return fitted(this.size, width / height, true, { x: this.settings?.mirrored ? 1 - x : x, y: top + down / 2 });
  }

  /**
   * The viewfinder as it is shown now, in the camera's own pixels; all of the picture without guidance.
   */
  window() {
    const size = this.capture.size ?? { width: 0, height: 0 };
    const stage = this.ease.at(performance.now());
    if (!stage) return { left: 0, top: 0, ...size };
    const { x, y, width, height } = viewfinder(stage, { x: 0, y: 0, ...size }, false);
    const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))];
    const [across, down] = [Math.round(width), Math.round(height)];
    return { left, top, width: Math.min(across, size.width - left), height: Math.min(down, size.height - top) };
  }

  /**
   * Where the heads are on the screen.
   * @param {StageLive} stage
   */
  heads(stage) {
    const mirrored = this.settings?.mirrored ?? false;
    const place = placing(stage, this.picture(stage), mirrored);
    return stage.clear.map(([left, top, right, bottom]) => {
      const [x0, y] = place(mirrored ? right : left, top);
      const [x1, end] = place(mirrored ? left : right, bottom);
      return { x: x0, y, width: x1 - x0, height: end - y };
    });
  }

  /** @param {number} now */
  render(now) {
    const { pen, settings, capture } = this;
    const stage = capture.track ? this.ease.at(now) : null;
    if (!pen || !settings || (!stage && !this.shown)) return;
    pen.clearRect(0, 0, this.size.width, this.size.height);
    this.shown = Boolean(stage);
    if (!stage) return;
    this.drawn += 1;
    const picture = this.picture(stage);
    capture.video.style.objectPosition = position(picture, this.size, settings.mirrored);
    draw(pen, stage, { picture, mirrored: settings.mirrored, theme: settings.theme, font: this.font });
  }
}
