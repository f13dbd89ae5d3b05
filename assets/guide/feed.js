// The line on which the server tells of each look as soon as it is over: one for the page, so that deck and panel show
// the same look. framing/web/push.py is its other end.

/** @import { Live } from "./live.d.ts" */

/**
 * @template L what is told of a look
 * @typedef {object} Listener
 * @property {(live: L) => void} look
 * @property {() => void} [over] the session has ended: only Python has another
 */

/**
 * @typedef {"send" | "close" | "onopen" | "onmessage" | "onclose" | "readyState" | "bufferedAmount"} Used
 * @typedef {Pick<WebSocket, Used>} Line
 */

const WORD_EVERY = 1000; // ms between two words of our own, which say that the page is still there
const SILENT = 5000; // ms without a word of the server, which has one each second, until the line counts as broken
const OPEN = 1; // WebSocket.OPEN
const FULL = 1_500_000; // bytes that may wait for a slow line: more would be old when it arrives
const SOON = 250; // ms until a broken line is tried again; twice as long after each failure
const LATEST = 8000;
const OVER = [4404, 4410]; // the server's codes for a session that is not there, or not any more

/**
 * How long to wait after so many failures in a row, ms. Chance keeps all pages from coming back at the same moment.
 * @param {number} failures
 * @param {number} chance 0..1
 */
export function pause(failures, chance) {
  return Math.min(SOON * 2 ** failures, LATEST) * (0.5 + chance / 2);
}

/**
 * A look with its cards, which the server leaves out where they are those of the look before.
 * @param {Live} live
 * @param {Live | null} before
 * @returns {Live}
 */
export function whole(live, before) {
  const { panel } = live;
  return !panel || panel.groups ? live : { ...live, panel: { ...panel, groups: before?.panel?.groups ?? [] } };
}

/**
 * @param {string} path
 * @returns {() => Line} connects to it
 */
export function to(path) {
  return () => new WebSocket(new URL(path, document.baseURI).href.replace(/^http/, "ws"));
}

/** @template L what is told of a look */
export class Feed {
  /**
   * @param {() => Line} connect
   * @param {(live: L, before: L | null) => L} mended what a message leaves out put in again
   * @param {(session: string) => string} hello the first word
   */
  constructor(connect, mended, hello = (session) => session) {
    this.connect = connect;
    this.mended = mended;
    this.hello = hello;
    /** @type {Set<Listener<L>>} */
    this.listeners = new Set();
    this.session = ""; // the token of the session that is followed
    /** @type {L | null} */
    this.live = null; // what was told last
    /** @type {Line | null} */
    this.line = null;
    this.failures = 0;
    this.said = -Infinity; // when we last sent a word
    this.word = "here"; // that word
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /**
   * Told of each look from now on, and at once of the last one. The function that comes back ends it; when nobody is
   * left to be told, the line is closed. A deck that is drawn again listens before the one that it replaces has ended.
   * @param {Listener<L>} listener
   */
  listen(listener) {
    this.listeners.add(listener);
    if (this.live) listener.look(this.live);
    return () => {
      this.listeners.delete(listener);
      if (!this.listeners.size) this.close();
    };
  }

  /** @param {string} session the token of the session to follow */
  follow(session) {
    if (session === this.session) return;
    this.close();
    this.session = session;
    this.failures = 0;
    this.open();
  }

  close() {
    clearTimeout(this.timer);
    const line = this.line;
    this.line = this.live = null;
    this.session = "";
    line?.close();
  }

  /**
   * Send a picture, or a word at once.
   * @param {Blob | string} what
   * @returns {boolean} whether it is on its way; what is not is forgotten, for a newer one follows
   */
  send(what) {
    const { line } = this;
    if (!line || line.readyState !== OPEN || line.bufferedAmount > FULL) return false;
    line.send(what);
    return true;
  }

  open() {
    const line = this.connect();
    this.line = line;
    line.onopen = () => line.send(this.hello(this.session));
    line.onmessage = ({ data }) => { if (line === this.line) this.hear(line, data); };
    line.onclose = ({ code }) => { if (line === this.line) this.lose(code); };
    this.expect(line);
  }

  /**
   * @param {Line} line
   * @param {string} data
   */
  hear(line, data) {
    const live = this.mended(JSON.parse(data), this.live);
    this.failures = 0;
    this.live = live;
    this.expect(line);
    // An answer and no timer of our own: browsers hold timers of a hidden page back.
    const now = performance.now();
    if (now - this.said >= WORD_EVERY) {
      this.said = now;
      line.send(this.word);
    }
    for (const { look } of this.listeners) look(live);
  }

  // Broken unless the next word comes in time.
  /** @param {Line} line */
  expect(line) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.lose(0);
      line.close();
    }, SILENT);
  }

  /** @param {number} code */
  lose(code) {
    clearTimeout(this.timer);
    this.line = null;
    this.timer = setTimeout(() => this.open(), pause(this.failures, Math.random()));
    this.failures += 1;
    if (OVER.includes(code)) for (const { over } of this.listeners) over?.();
  }
}

export const feed = new Feed(to("guide/live"), whole);
