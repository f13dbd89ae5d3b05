// The pictures that were taken in a room, as the coach gets them: a preview of each at once, the original when it is
// asked for, and nothing of what the sitter keeps back. Which those are is remembered through a reload.
import { preview } from "./sitter_preview.js";
import { NO, duties } from "./sitter_state.js";

/** @import { Picture } from "./picture.js" */
/** @import { RoomView, ToServer } from "./room.d.ts" */
/** @import { Roll } from "./roll.js" */
/** @import { Duty, Yes } from "./sitter_state.js" */

const TRIES = 4; // how often an original is brought to the server that says it does not have it

export class Shares {
  /**
   * @param {Roll} roll
   * @param {(message: ToServer) => boolean} send
   * @param {(picture: Blob) => Promise<string>} small
   */
  constructor(roll, send, small = preview) {
    this.roll = roll;
    this.send = send;
    this.small = small;
    this.name = ""; // under which this tab remembers them
    /** @type {Readonly<Record<string, boolean>>} */
    this.marks = {};
    /** @type {Set<string>} */
    this.before = new Set(); // taken on this page before the room
    /** @type {RoomView | null} */
    this.room = null;
    /** @type {Yes} */
    this.yes = NO;
    /** @type {Set<string>} */
    this.done = new Set(); // what was said and not answered yet by a change of the room
    /** @type {Map<string, {is: "again" | "going" | "there" | "told", tries: number}>} */
    this.ways = new Map(); // of the originals
  }

  /** @param {string} room its id */
  begin(room) {
    this.name = `framing-room-pictures-${room}`;
    this.marks = recalled(this.name);
    this.before = new Set(this.roll.own);
  }

  // A new connection: what was said on the one before may not have arrived.
  renew() {
    this.done.clear();
    this.ways.clear();
  }

  end() {
    forget(this.name);
    Object.assign(this, { name: "", marks: {}, room: null, yes: NO });
    this.renew();
  }

  /**
   * @param {RoomView} room
   * @param {Yes} yes
   */
  settle(room, yes) {
    Object.assign(this, { room, yes });
    for (const { id, state } of room.pictures) {
      const way = this.ways.get(id);
      // Told to be there, and it is not: the server has forgotten it, or has another session of this page.
      if (way?.is === "told" && state === "waits" && way.tries < TRIES) way.is = "again";
    }
    this.follow();
  }

  // Told of each change of the roll: what was just taken is the room's, and kept back unless pictures go.
  follow() {
    if (!this.room || !this.yes.see) return;
    const fresh = [...this.roll.own].filter((id) => !(id in this.marks) && !this.before.has(id));
    if (fresh.length) this.mark(Object.fromEntries(fresh.map((id) => [id, !this.yes.pictures])));
    for (const duty of duties(this.marks, this.roll.pictures, this.room, this.yes)) this.see(duty);
  }

  /**
   * @param {string} id
   * @param {boolean} held
   */
  hold(id, held) {
    this.mark({ [id]: held });
    this.follow();
  }

  /** @param {Record<string, boolean>} marks */
  mark(marks) {
    this.marks = { ...this.marks, ...marks };
    remember(this.name, this.marks);
  }

  /** @param {Duty} duty */
  see(duty) {
    if (duty.is === "send") return void this.bring(duty.picture);
    if (duty.is === "sent") return this.tell(duty);
    const { is } = duty;
    const id = is === "show" ? duty.picture.id : duty.id;
    const name = [is, id, is === "hold" ? duty.held : ""].join();
    if (this.done.has(name)) return;
    this.done.add(name);
    if (is === "show") return void this.show(duty.picture);
    this.done.delete(["hold", id, !duty.held].join());
    this.done.delete(["show", id, ""].join());
    this.send({ kind: "hold", id, held: duty.held });
  }

  // By the stage's own uploader, which goes on where it was broken off; what is all there already costs one question.
  /** @param {Picture} picture */
  async bring(picture) {
    const way = this.ways.get(picture.id) ?? { is: "again", tries: 0 };
    if (way.is !== "again") return;
    Object.assign(way, { is: "going", tries: way.tries + 1 });
    this.ways.set(picture.id, way);
    await this.roll.sender.send(picture);
    const now = this.ways.get(picture.id);
    if (now !== way || now.is !== "going") return; // it has been told already, or the connection is another
    now.is = "there";
    this.follow();
  }

  /** @param {Extract<Duty, {is: "sent"}>} duty */
  tell({ id, state, share }) {
    const way = this.ways.get(id);
    if (!way || way.is === "told") return;
    // All of it has just arrived, or it was brought to its end; what was judged once may have been another session's.
    const here = state === "here";
    const arrived = way.is === "there" || this.roll.pictures.some((one) => one.id === id && one.state === "sent");
    if (here && !arrived) return;
    const name = ["sent", id, state, share.toFixed(2)].join();
    if (!here && this.done.has(name)) return;
    this.done.add(name);
    if (here) way.is = "told";
    this.send({ kind: "sent", id, state, share });
  }

  /** @param {Picture} picture */
  async show({ id, burst, number, width, height, blob }) {
    const small = await this.small(blob).catch(() => null);
    if (small === null) return; // no picture that a browser can open: it stays here
    if (this.marks[id] !== false || !this.yes.pictures) return; // kept back meanwhile
    this.send({ kind: "picture", id, burst, number, width, height, bytes: blob.size, preview: small });
  }
}

/** @type {(name: string) => Record<string, boolean>} */
function recalled(name) {
  try {
    const found = Object.entries(JSON.parse(sessionStorage.getItem(name) ?? "{}"));
    return Object.fromEntries(found.filter((one) => typeof one[1] === "boolean"));
  } catch {
    return {};
  }
}

/** @type {(name: string, marks: Readonly<Record<string, boolean>>) => void} */
function remember(name, marks) {
  try {
    sessionStorage.setItem(name, JSON.stringify(marks));
  } catch {
    // Then a reload makes them pictures from before the room: they stay here.
  }
}

/** @param {string} name */
function forget(name) {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was remembered.
  }
}
