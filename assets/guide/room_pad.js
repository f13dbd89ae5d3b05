// What the coach does on the picture: point with the mouse, a finger or the arrow keys, draw, and wipe it away.
import { one } from "./dom.js";
import { press } from "./room_dom.js";
import { shareAt } from "./room_stage.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { RoomStage } from "./room_stage.js" */

const EVERY = 33; // ms between two places that are sent: the eye sees no more, and the way by the server has its limit
const STEP = 0.02; // shares of the picture that an arrow key goes
/** @type {Readonly<Record<string, readonly [number, number]>>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @typedef {[number, number]} Place */

export class Pad {
  /**
   * @param {Bench} bench
   * @param {RoomStage} stage
   */
  constructor(bench, stage) {
    this.bench = bench;
    this.stage = stage;
    /** @type {"point" | "draw" | null} */
    this.tool = matchMedia("(pointer: coarse)").matches ? null : "point"; // a finger first of all scrolls
    /** @type {Place | null} */
    this.at = null;
    /** @type {Place[]} */
    this.waiting = []; // points of the stroke that are not sent yet
    this.stroke = ""; // its id
    this.count = 0;
    this.moved = false;
    this.pad = one(bench.root, ".pad");
    const { root } = bench;
    one(root, ".tools .point").onclick = () => this.turn("point");
    one(root, ".tools .draw").onclick = () => this.turn("draw");
    one(root, ".tools .wipe").onclick = () => this.wipe();
    this.pad.onpointerdown = (event) => this.down(event);
    this.pad.onpointermove = (event) => this.move(event);
    this.pad.onpointerup = () => this.up();
    this.pad.onpointercancel = () => this.up();
    this.pad.onpointerleave = () => { if (!this.stroke) this.away(); };
    this.pad.onblur = () => this.up();
    this.pad.onkeydown = (event) => this.key(event);
    this.flushed = -Infinity; // when something was sent last
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  render() {
    const { known, settings: { words }, root } = this.bench;
    this.pad.setAttribute("aria-label", fill(words.pad ?? "", { name: known.sitter }));
    this.pad.dataset.tool = this.tool ?? "";
    press(one(root, ".tools .point"), this.tool === "point");
    press(one(root, ".tools .draw"), this.tool === "draw");
  }

  /** @param {"point" | "draw"} tool */
  turn(tool) {
    this.tool = this.tool === tool ? null : tool;
    this.up();
    if (this.tool !== "point") this.away();
    this.bench.ask();
  }

  wipe() {
    this.waiting = [];
    this.stroke = "";
    this.bench.pen({ kind: "wipe" });
    this.bench.say(this.bench.settings.words.wiped ?? "");
  }

  /** @param {PointerEvent} event */
  place({ clientX, clientY }) {
    const { left, top } = this.pad.getBoundingClientRect();
    return shareAt(this.stage.picture(), clientX - left, clientY - top);
  }

  /** @param {PointerEvent} event */
  down(event) {
    const place = this.place(event);
    if (!this.tool || !place || event.button) return;
    if (this.tool === "point") {
      this.go(place);
      this.hasten();
      return;
    }
    this.pad.setPointerCapture(event.pointerId);
    this.begin(place);
  }

  /** @param {PointerEvent} event */
  move(event) {
    for (const one of event.getCoalescedEvents?.() ?? [event]) {
      const place = this.place(one);
      if (this.tool === "point") {
        if (place) this.go(place);
        else this.away();
      } else if (this.stroke && place) this.waiting.push(place);
    }
    this.hasten();
  }

  up() {
    if (!this.stroke) return;
    this.flush(false);
    this.stroke = "";
  }

  /** @param {Place} place */
  begin(place) {
    this.count += 1;
    this.stroke = `s${this.count}-${crypto.randomUUID().slice(0, 8)}`;
    this.waiting = [place];
    this.hasten();
  }

  /** @param {Place} place */
  go(place) {
    this.at = place;
    this.moved = true;
  }

  away() {
    if (!this.at) return;
    this.at = null;
    this.moved = false;
    this.bench.pen({ kind: "point", place: null });
  }

  // What comes after a pause goes at once; what follows it soon waits.
  hasten() {
    const wait = this.flushed + EVERY - performance.now();
    if (wait <= 0) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), wait);
  }

  flush(more = true) {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.flushed = performance.now();
    if (this.moved && this.at) this.bench.pen({ kind: "point", place: this.at });
    this.moved = false;
    while (this.stroke && (this.waiting.length || !more)) {
      const points = this.waiting.splice(0, 64);
      const rest = more || this.waiting.length > 0;
      this.bench.pen({ kind: "stroke", id: this.stroke, points, more: rest });
      if (!rest) break;
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const way = WAYS[event.key];
    if (way) {
      const [x, y] = this.at ?? [0.5, 0.5];
      const step = event.shiftKey ? STEP / 5 : STEP;
      const keep = (/** @type {number} */ value) => Math.min(1, Math.max(0, Math.round(value * 1e4) / 1e4));
      this.go([keep(x + way[0] * step), keep(y + way[1] * step)]);
      if (this.stroke && this.at) this.waiting.push(this.at);
      this.hasten();
    } else if (event.key === "Enter") {
      if (this.stroke) this.up();
      else this.begin(this.at ?? [0.5, 0.5]);
    } else if (event.key === "Escape") {
      this.up();
      this.away();
    } else return;
    event.preventDefault();
  }
}
