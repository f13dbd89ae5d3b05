// Brings pictures to the server, a piece at a time: goes on where it was broken off, waits longer after each failure,
// and sends again what the server has forgotten.
import { pause } from "./feed.js";
import { Refusal } from "./picture_server.js";

/** @import { Happening, Picture } from "./picture.js" */
/** @import { PictureServer } from "./picture_server.js" */

/**
 * @typedef {object} Entry
 * @property {Picture} picture
 * @property {Promise<void>} over
 * @property {() => void} end
 * @property {"waits" | "goes" | "there"} stage "there": all of it, and it is being looked at
 * @property {boolean} lost its next try is to come, because the server could not be reached
 */

const PIECE = 256 * 1024; // bytes: the most that the server takes at once
const AT_ONCE = 2; // pictures on their way; those that are there and being looked at are not counted
const MISSES = 4; // pieces in a row that the server did not take, or pictures that it forgot, before it is left alone

/**
 * What a failure means: `never` for this picture, `again` from the start and at once, `later` for anything that passes.
 * @param {unknown} error
 * @returns {"never" | "again" | "later"}
 */
export function meaning(error) {
  const status = error instanceof Refusal ? error.status : 0;
  if ([400, 411, 413, 415, 422].includes(status)) return "never";
  return status === 409 || status === 410 ? "again" : "later";
}

/** @param {number} ms */
const asleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

export class Sender {
  /**
   * @param {PictureServer} server
   * @param {(id: string, what: Happening) => void} tell
   * @param {(ms: number) => Promise<unknown>} wait
   */
  constructor(server, tell, wait = asleep) {
    this.server = server;
    this.tell = tell;
    this.wait = wait;
    /** @type {Map<string, Entry>} */
    this.queue = new Map();
    this.hurry();
  }

  // The connection is there again, or another session: no need to wait any longer.
  hurry() {
    this.wake?.();
    this.woken = new Promise((resolve) => { this.wake = () => resolve(null); });
  }

  /** Whether the server cannot be reached just now. */
  get lost() { return [...this.queue.values()].some(({ lost }) => lost); }

  /**
   * Send it and have it judged; over once that is done, or the picture was refused or dropped.
   * @param {Picture} picture
   * @returns {Promise<void>}
   */
  send(picture) {
    const known = this.queue.get(picture.id);
    if (known) return known.over;
    let end = () => {};
    const over = new Promise((resolve) => { end = () => resolve(undefined); });
    this.queue.set(picture.id, { picture, over, end, stage: "waits", lost: false });
    this.next();
    return over;
  }

  /** @param {string} id */
  drop(id) {
    this.queue.get(id)?.end();
    this.queue.delete(id);
  }

  next() {
    const all = [...this.queue.values()];
    const entry = all.find(({ stage }) => stage === "waits");
    if (!entry || all.filter(({ stage }) => stage === "goes").length >= AT_ONCE) return;
    entry.stage = "goes";
    void this.drive(entry).then(() => {
      if (this.here(entry)) this.drop(entry.picture.id);
      this.next();
    });
    this.next();
  }

  /** @param {Entry} entry whether it is still wanted */
  here(entry) { return this.queue.get(entry.picture.id) === entry; }

  /** @param {Entry} entry */
  async drive(entry) {
    let failures = 0;
    let misses = 0;
    while (this.here(entry)) {
      try {
        await this.carry(entry, () => { failures = 0; });
        return;
      } catch (error) {
        const means = meaning(error);
        if (means === "again") misses += 1;
        if (means === "never" || misses >= MISSES) return this.say(entry, { is: "refused" });
        entry.lost = means === "later";
        this.say(entry, { is: entry.lost ? "lost" : "forgotten" });
        if (!entry.lost) continue;
        await Promise.race([this.wait(pause(failures, Math.random())), this.woken]);
        failures += 1;
      }
    }
  }

  /**
   * @param {Entry} entry
   * @param {() => void} advanced told of each piece that has arrived
   */
  async carry(entry, advanced) {
    const { id, blob } = entry.picture;
    entry.stage = "goes";
    let { have } = await this.server.open(entry.picture);
    this.has(entry, have);
    for (let misses = 0; have < blob.size && this.here(entry);) {
      const told = await this.server.put(id, have, blob.slice(have, have + PIECE));
      misses = told.have > have ? 0 : misses + 1;
      if (misses >= MISSES) throw new Refusal(422, told);
      if (!misses) advanced();
      ({ have } = told);
      this.has(entry, have);
    }
    if (!this.here(entry)) return;
    entry.stage = "there";
    this.next();
    const judged = await this.server.judge(id);
    this.say(entry, { is: "judged", judged });
  }

  /**
   * @param {Entry} entry
   * @param {number} bytes
   */
  has(entry, bytes) {
    entry.lost = false;
    this.say(entry, { is: "has", bytes });
  }

  /**
   * @param {Entry} entry
   * @param {Happening} what
   */
  say(entry, what) {
    if (this.here(entry)) this.tell(entry.picture.id, what);
  }
}
