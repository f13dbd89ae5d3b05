// The line to a room: says who comes, hands on what is heard, gives signs of life, and comes back by itself.
// room_line_state.js says in which state it is; framing/web has its other end.
import { pause } from "./feed.js";
import { FIRST, next } from "./room_line_state.js";

/** @import { Event, Known } from "./room_line_state.js" */
/** @import { Join, ToClient, ToServer } from "./room.d.ts" */

/**
 * @typedef {"send" | "close" | "onopen" | "onmessage" | "onclose" | "readyState"} Used
 * @typedef {Pick<WebSocket, Used>} Socket
 * @typedef {{room: string, token: string}} Place where the link leads
 * @typedef {Omit<Join, "kind" | "token" | "me">} About who comes; asked for again with each connection
 *
 * @typedef {object} Listener
 * @property {(message: ToClient) => void} hear
 * @property {(known: Known) => void} changed told of each change of the phase
 */

const SIGN_EVERY = 4000; // ms between two signs of life
const OPEN = 1; // WebSocket.OPEN

/**
 * What the fragment of a link says; null where it is no room's.
 * @param {string} fragment "#<room>.<token>", or "#room=<room>.<token>" on the main page
 * @returns {Place | null}
 */
export function placeOf(fragment) {
  const [, room, token] = /^#(?:room=)?([\w-]{16,64})\.([\w-]{16,2000})$/.exec(fragment) ?? [];
  return room && token ? { room, token } : null;
}

/** @returns {Socket} */
function connected() {
  return new WebSocket(new URL("guide/room", document.baseURI).href.replace(/^http/, "ws"));
}

// What the server gave this tab to be known by, through a reload and no longer. Without it one is admitted again.
const secrets = {
  /** @type {(room: string) => string | null} */
  recall: (room) => { try { return sessionStorage.getItem(`framing-room-me-${room}`); } catch { return null; } },
  /** @type {(room: string, me: string) => void} */
  keep: (room, me) => { try { sessionStorage.setItem(`framing-room-me-${room}`, me); } catch { /* a door again */ } },
  /** @type {(room: string) => void} */
  forget: (room) => { try { sessionStorage.removeItem(`framing-room-me-${room}`); } catch { /* it has none */ } },
};

/** @type {(room: string) => boolean} whether this tab was in that room before it was loaded again */
export const knownIn = (room) => secrets.recall(room) !== null;

export class RoomLine {
  /**
   * @param {Listener} listener
   * @param {() => Socket} connect
   * @param {typeof secrets} memory
   */
  constructor(listener, connect = connected, memory = secrets) {
    this.listener = listener;
    this.connect = connect;
    this.memory = memory;
    /** @type {Known} */
    this.known = FIRST;
    /** @type {Place | null} */
    this.place = null;
    /** @type {() => About} */
    this.about = () => { throw new Error("No room was entered."); };
    this.me = ""; // by which the server knows us, for requests beside the line
    /** @type {Socket | null} */
    this.socket = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.signs = undefined;
    this.online = () => this.tell({ is: "online" });
  }

  get phase() { return this.known.phase; }

  /** The header by which the server knows this person in requests beside the line. */
  get header() { return { "x-framing-room": [this.place?.room, this.place?.token, this.me].join(".") }; }

  /**
   * @param {Place} place
   * @param {() => About} about
   */
  enter(place, about) {
    this.drop();
    this.place = place;
    this.about = about;
    this.signs = setInterval(() => this.sign(), SIGN_EVERY);
    globalThis.addEventListener?.("online", this.online);
    this.tell({ is: "enter" });
  }

  // For good: the room is told, and nothing of it stays in this tab.
  leave() {
    this.send({ kind: "leave" });
    if (this.place) this.memory.forget(this.place.room);
    this.tell({ is: "left" });
  }

  // The page goes: the line with it, and the way back stays.
  close() {
    this.drop();
    this.known = FIRST;
  }

  /**
   * @param {ToServer} message
   * @returns {boolean} whether it is on its way
   */
  send(message) {
    if (this.socket?.readyState !== OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  sign() {
    this.send({ kind: "here" });
    this.tell({ is: "looked" });
  }

  /** @param {Event} event */
  tell(event) {
    const before = this.known;
    this.known = next(before, event, performance.now());
    const { act, phase } = this.known;
    if (act === "connect") this.open();
    else if (act === "join") this.join();
    else if (act === "close") this.drop();
    else if (act === "later") this.wait();
    if (phase !== before.phase || this.known.why !== before.why) this.listener.changed(this.known);
  }

  join() {
    if (!this.place) return;
    const { room, token } = this.place;
    const about = this.about();
    this.send({ kind: "join", token: `${room}.${token}`, me: this.memory.recall(room), ...about });
  }

  open() {
    clearTimeout(this.later);
    this.cut();
    const socket = this.connect();
    this.socket = socket;
    socket.onopen = () => { if (socket === this.socket) this.tell({ is: "opened" }); };
    socket.onmessage = ({ data }) => { if (socket === this.socket) this.hear(JSON.parse(data)); };
    socket.onclose = ({ code }) => { if (socket === this.socket) this.tell({ is: "closed", code }); };
  }

  /** @param {ToClient} message */
  hear(message) {
    if (message.kind === "welcome" && this.place) {
      this.me = message.me;
      this.memory.keep(this.place.room, message.me);
    }
    this.tell({ is: "heard", message });
    this.listener.hear(message);
  }

  wait() {
    this.cut();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.tell({ is: "again" }), pause(this.known.failures - 1, Math.random()));
  }

  cut() {
    const { socket } = this;
    this.socket = null;
    socket?.close();
  }

  drop() {
    clearTimeout(this.later);
    clearInterval(this.signs);
    globalThis.removeEventListener?.("online", this.online);
    this.cut();
  }
}
