// What the tries of a visitor's device work with: the one capture, the line to the guide, and what was taken so far.
import { Capture } from "./capture.js";
import { feed } from "./feed.js";
import { voice } from "./voice.js";

/** @import { CheckSettings } from "./data.d.ts" */
/** @import { Link } from "./link.js" */
/** @import { Picture } from "./picture.js" */

const EVERY = 50; // ms

/** @param {number} ms */
export function asleep(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

/**
 * Wait until that holds; whether it did in time.
 * @param {() => unknown} holds
 * @param {number} patience ms
 */
export async function until(holds, patience) {
  const end = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > end) return false;
    await asleep(EVERY);
  }
  return true;
}

export class Bench {
  /**
   * @param {CheckSettings} settings
   * @param {HTMLVideoElement} video
   * @param {Element} said the page's one live region
   */
  constructor(settings, video, said) {
    this.settings = settings;
    this.capture = new Capture(video, () => {});
    this.looks = 0; // how often the guide has looked
    this.room = settings.room;
    /** @type {Link | null} */
    this.link = null; // once the ways to the guide are tried
    /** @type {Picture[]} */
    this.pictures = [];
    /** @type {{width: number, height: number, size: number, ms: number} | null} */
    this.photo = null; // what the camera itself took
    this.hush = voice.attach(said, false);
    this.unlisten = feed.listen({
      look: (live) => {
        this.looks = live.deck.looks;
        this.room = live.room;
        this.link?.hear(live, performance.now());
      },
    });
    feed.follow(settings.session);
  }

  /** A camera plays, and not the sample in its place. */
  get camera() { return Boolean(this.capture.track) && !this.capture.wish.sample; }

  close() {
    this.link?.close();
    this.capture.close();
    this.hush();
    feed.send("rest");
    this.unlisten();
  }
}
