// The pictures that were taken, in front of the page: the review of a burst, and the tray. Both show what the roll says
// is shown; the deck asks the roll.
import { giveBack } from "./addresses.js";
import { one, whenGone } from "./dom.js";
import { rememberShown, shownBefore } from "./memory.js";
import { BurstDialog } from "./review_burst.js";
import { roll } from "./roll.js";
import { Tray } from "./tray.js";
import { translate } from "./words.js";

/** @import { ReviewSettings, Told } from "./data.d.ts" */

class Review {
  /**
   * @param {ShadowRoot} root
   * @param {ReviewSettings} settings
   */
  constructor(root, settings) {
    this.root = one(root, ".review");
    this.burst = new BurstDialog(this.root, roll, settings);
    this.tray = new Tray(this.root, roll, settings);
    this.ears = new AbortController();
    this.unlisten = roll.listen(() => this.follow());
    const { signal } = this.ears;
    addEventListener("online", () => roll.sender.hurry(), { signal });
    addEventListener("beforeunload", (event) => { if (roll.endangered) event.preventDefault(); }, { signal });
    this.tabs = new BroadcastChannel("framing-guide");
    roll.beside(this.tabs);
    const before = shownBefore();
    void roll.load().then(() => {
      if (!roll.undecided.includes(before.burst)) return;
      this.burst.known = before.found;
      roll.show(before.burst); // the page was loaded again in the middle of it
    });
  }

  close() {
    this.unlisten();
    this.tabs.close();
    this.burst.close();
    this.ears.abort();
  }

  /** @param {ReviewSettings} settings */
  settle(settings) {
    translate(this.root, settings.words);
    this.burst.settings = this.tray.settings = settings;
    roll.follow(settings.session);
    this.follow();
  }

  follow() {
    this.burst.follow();
    this.tray.follow();
    rememberShown(roll.shown, this.burst.found);
    if (!roll.shown) giveBack(roll.pictures.map(({ blob }) => blob));
  }
}

/** @param {Told<ReviewSettings, {review?: Review}>} told */
export default function ({ parentElement, data }) {
  const review = (parentElement.review ??= new Review(parentElement, data));
  review.settle(data);
  return whenGone(parentElement, () => {
    review.close();
    delete parentElement.review;
  });
}
