// The release as it is seen and heard: the seconds before it, a tick for each, a click for each picture of the burst.
// countdown.js knows when it goes off.
import { fired, look, over, press, REST, stop, tick } from "./countdown.js";
import { one, text } from "./dom.js";
import { sound } from "./sound.js";
import { voice } from "./voice.js";
import { fill, write } from "./words.js";

/** @import { Countdown } from "./countdown.js" */
/** @import { Words } from "./words.js" */

export class Shutter {
  /**
   * @param {ParentNode} root
   * @param {(byItself: boolean) => void} release
   */
  constructor(root, release) {
    this.release = release;
    this.count = one(root, ".count");
    this.number = one(root, ".count b");
    this.says = one(root, ".count p");
    this.flash = one(root, ".flash");
    /** @type {Words} */
    this.words = {};
    this.changed = () => {}; // told of each second and of what is taken
    this.again = ""; // what was wrong with the last burst that was taken by itself
    this.known = REST;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
  }

  get busy() { return this.known.left > 0 || this.known.busy; }

  close() {
    this.cancel();
    sound.close();
  }

  /** @param {number} seconds */
  press(seconds) {
    const counting = this.known.left > 0;
    this.go(press(this.known, seconds));
    if (counting) voice.news(this.words.called_off);
  }

  /**
   * @param {boolean} ready
   * @param {boolean} automatic
   */
  watch(ready, automatic) { this.go(look(this.known, ready, automatic, performance.now())); }

  cancel() { this.go(stop(this.known)); }

  // The pictures are in front of the person, or `again` says why they were dropped.
  over(again = "") {
    this.again = again;
    if (again) voice.news(fill(this.words.once_more ?? "", { fault: again }));
    this.go(over(this.known, again !== ""));
  }

  // All pictures have been taken: the sitter may move.
  taken() {
    write(this.says, this.words.looking_closely);
    voice.news(this.known.byItself ? this.words.looking_closely : this.words.taken);
  }

  click() { this.beep(220, 0.05); }

  /** @param {Countdown} next */
  go(next) {
    const before = this.known;
    this.known = next;
    if (next.due) return this.fire();
    this.count.hidden = !next.left && !next.busy;
    if (next.left !== before.left) {
      if (next.left && !before.left) voice.news(next.byItself ? this.words.ready_lens : this.words.look_at_lens);
      if (next.left) this.show();
      if (!next.left || !before.left) clearInterval(this.timer);
      if (next.left && !before.left) this.timer = setInterval(() => this.go(tick(this.known, performance.now())), 1000);
    }
    if (next.left !== before.left || next.busy !== before.busy) this.changed();
  }

  show() {
    text(this.number, this.known.left);
    if (this.known.byItself && this.again) write(this.says, this.words.once_more, { fault: this.again });
    else write(this.says, this.words.look_at_lens);
    this.beep(this.known.left === 1 ? 1320 : 880, 0.09);
  }

  fire() {
    clearInterval(this.timer);
    const { byItself } = this.known;
    this.known = fired(this.known);
    this.count.hidden = false;
    text(this.number, "…");
    write(this.says, this.words.hold_still);
    this.flash.classList.remove("on");
    void this.flash.offsetWidth; // restarts the animation
    this.flash.classList.add("on");
    this.changed();
    this.release(byItself);
  }

  // Sounds, so that the eyes can stay on the lens.
  /**
   * @param {number} hertz
   * @param {number} seconds
   */
  beep(hertz, seconds) {
    if (sound.tick(hertz, seconds)) this.count.dataset.ticks = String(Number(this.count.dataset.ticks ?? 0) + 1);
  }
}
