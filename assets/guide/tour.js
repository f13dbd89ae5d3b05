// The first visit: four steps, each beside what it speaks of, skippable and never in the way of Start.
import { one, text } from "./dom.js";
import { write } from "./words.js";

/** @import { Words } from "./words.js" */

/** @type {readonly (readonly [place: string, key: string])[]} */
const STEPS = [
  [".bar .use", "tour_use"],
  [".stage", "tour_picture"],
  [".aside-idle", "tour_reads"],
  [".controls .shoot", "tour_take"],
];

export class Tour {
  /**
   * @param {ParentNode} root
   * @param {() => void} done
   */
  constructor(root, done) {
    this.root = root;
    this.done = done;
    this.at = 0;
    /** @type {Words} */
    this.words = {};
    this.box = one(root, ".tour");
    one(root, ".tour .next").onclick = () => this.step(this.at + 1);
    one(root, ".tour .skip").onclick = () => this.end();
  }

  get open() { return !this.box.hidden; }

  begin() {
    this.box.hidden = false;
    this.step(0);
  }

  /** @param {number} at */
  step(at) {
    this.mark(null);
    const step = STEPS[at];
    if (!step) return this.end();
    this.at = at;
    this.mark(step[0]);
    this.show();
  }

  show() {
    const key = STEPS[this.at]?.[1] ?? "";
    text(one(this.box, "b"), this.words[key]);
    text(one(this.box, "p"), this.words[`${key}_words`]);
    write(one(this.box, "i"), this.words.tour_step, { at: this.at + 1, all: STEPS.length });
    text(one(this.box, ".next"), this.at + 1 < STEPS.length ? this.words.tour_next : this.words.tour_begin);
  }

  /** @param {string | null} place */
  mark(place) {
    this.root.querySelector(".toured")?.classList.remove("toured");
    if (place) this.root.querySelector(place)?.classList.add("toured");
  }

  end() {
    this.mark(null);
    if (!this.open) return;
    this.box.hidden = true;
    this.done();
  }
}
