// Taking the picture: at once, after the self-timer, or by itself once everything has held. Python takes the frame;
// here are the seconds before it, which must not wait for anybody.
import { one, text } from "./dom.js";
import { sound } from "./sound.js";
import { voice } from "./voice.js";
import { fill, write } from "./words.js";

/** @import { DeckSettings } from "./data.d.ts" */
/** @import { Words } from "./words.js" */

const STEADY_SECONDS = 3; // what the automatic release counts down, so that it surprises nobody

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
    this.again = ""; // what was wrong with the last one
    this.refused = 0; // pictures taken by itself that were not good enough
    this.left = 0; // seconds still to count, 0 when idle
    this.byItself = false;
    this.checking = false; // what was taken by itself is being looked at
    this.armed = true; // the automatic release waits for a new Ready after each picture
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
  }

  get busy() { return this.left > 0 || this.checking; }

  close() {
    this.cancel();
    sound.close();
  }

  // Asked for by the person: a second press calls it off.
  /** @param {number} seconds */
  press(seconds) {
    if (!this.left) return this.begin(seconds, false);
    this.cancel();
    voice.news(this.words.called_off);
  }

  // What was taken by itself is looked at before it is shown: one with a fault is dropped, and it tries again.
  /** @param {Pick<DeckSettings, "refused" | "again" | "reviewing" | "words">} settings */
  hear({ refused, again, reviewing, words }) {
    this.again = again;
    this.words = words;
    if (refused !== this.refused) this.armed = true;
    if (this.checking && refused !== this.refused) voice.news(fill(words.once_more, { fault: again }));
    if (this.checking && (refused !== this.refused || reviewing)) this.cancel();
    this.refused = refused;
  }

  // Told with every look whether all that the use asks for holds.
  /**
   * @param {boolean} ready
   * @param {boolean} automatic
   */
  watch(ready, automatic) {
    if (!ready) {
      this.armed = true;
      if (this.byItself && this.left) this.cancel();
    } else if (automatic && this.armed && !this.left) {
      this.armed = false;
      this.begin(STEADY_SECONDS, true);
    }
  }

  /**
   * @param {number} seconds
   * @param {boolean} byItself
   */
  begin(seconds, byItself) {
    this.byItself = byItself;
    this.left = seconds;
    if (!seconds) return this.fire();
    voice.news(byItself ? this.words.ready_lens : this.words.look_at_lens);
    this.show();
    this.timer = setInterval(() => {
      this.left -= 1;
      if (this.left) this.show();
      else this.fire();
    }, 1000);
  }

  show() {
    this.count.hidden = false;
    text(this.number, this.left);
    if (this.byItself && this.again) write(this.says, this.words.once_more, { fault: this.again });
    else write(this.says, this.words.look_at_lens);
    this.beep(this.left === 1 ? 1320 : 880, 0.09);
  }

  fire() {
    clearInterval(this.timer);
    this.left = 0;
    this.armed = false;
    this.checking = this.byItself;
    this.count.hidden = !this.checking;
    text(this.number, "…");
    write(this.says, this.words.looking_closely);
    this.flash.classList.remove("on");
    void this.flash.offsetWidth; // restarts the animation
    this.flash.classList.add("on");
    this.beep(220, 0.05);
    voice.news(this.byItself ? this.words.looking_closely : this.words.taken);
    this.release(this.byItself);
  }

  cancel() {
    clearInterval(this.timer);
    this.left = 0;
    this.checking = false;
    this.count.hidden = true;
  }

  // A tick per second and a lower click for the shutter, so that the eyes can stay on the lens.
  /**
   * @param {number} hertz
   * @param {number} seconds
   */
  beep(hertz, seconds) {
    if (sound.tick(hertz, seconds)) this.count.dataset.ticks = String(Number(this.count.dataset.ticks ?? 0) + 1);
  }
}
