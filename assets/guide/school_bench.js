// What the views of the school share: its one camera, its one line to the server, and what is asked of the server.
import { Camera } from "./camera.js";
import { one, text } from "./dom.js";
import { Feed, to } from "./feed.js";
import { Link } from "./link.js";
import { memory } from "./school_memory.js";
import { whoAsks } from "./otherwise.js";
import { Stage } from "./stage.js";
import { voice } from "./voice.js";

/** @import { SchoolSettings } from "./data.d.ts" */
/** @import { DrillInfo, DrillList, SchoolLive, ToSchool } from "./school.d.ts" */
/** @import { ToMatch } from "./school_eye.d.ts" */

/**
 * One view of the page, shown for its fragment: "#eye" is that of `eye`, "#drill=loop" that of `drill` with "loop".
 * @typedef {object} View
 * @property {(what: string) => void} show called when its fragment is there, again when what follows "=" has changed
 * @property {() => void} [hide] called when another view is shown
 * @property {(live: SchoolLive) => void} [hear] told of each look, shown or not
 * @property {() => void} [translate] the page speaks another language; static words are already in place
 * @property {(key: "main" | "pause") => void} [key] Enter or P was pressed, where they have no other meaning
 */

const PATIENCE = 20_000; // ms for an answer of the server

/** @type {DrillList} */
const NONE = { drills: [], problems: [], standard: "" };

export class Bench {
  /**
   * @param {HTMLElement} root
   * @param {SchoolSettings} settings
   * @param {() => void} changed the camera's state is another
   */
  constructor(root, settings, changed) {
    this.root = root;
    this.settings = settings;
    this.session = "";
    this.list = NONE;
    /** @type {SchoolLive | null} */
    this.live = null;
    /** @type {ToMatch | null} the photograph that is matched */
    this.reference = null;
    /** @type {Feed<SchoolLive>} */
    this.feed = new Feed(to("guide/school"), (live) => live, (session) => (
      JSON.stringify({ kind: "join", session, language: this.settings.lang })));
    const box = one(root, ".drill .stage");
    this.camera = new Camera(one(box, "video", HTMLVideoElement), changed);
    this.stage = new Stage(box, one(box, ".overlay", HTMLCanvasElement), this.camera.capture);
    this.link = new Link(this.camera.capture, this.feed, changed);
    this.link.wished = "websocket";
  }

  get words() { return this.settings.words; }

  /** @param {ToSchool} message */
  send(message) { return this.feed.send(JSON.stringify(message)); }

  /**
   * Ask the server for something of this session; a refusal is an error with its sentence.
   * @param {string} path below guide/school/
   * @param {RequestInit} [init]
   */
  async ask(path, init = {}) {
    const own = { "x-framing-session": this.session, "accept-language": this.settings.lang };
    const headers = { ...whoAsks(), ...init.headers, ...own };
    const signal = AbortSignal.timeout(PATIENCE);
    const address = new URL(`guide/school/${path}`, document.baseURI);
    const answer = await fetch(address, { ...init, headers, cache: "no-store", signal }).catch(() => null);
    if (answer?.ok) return answer;
    const said = await answer?.json().catch(() => null);
    throw new Error(said?.error ?? this.words.not_open);
  }

  /** A session of one's own: that of before in this tab, where the server still has it, or another. */
  async enter() {
    this.session = memory.session;
    if (!this.session || !await this.load().then(() => true, () => false)) await this.again();
    else this.feed.follow(this.session);
  }

  async again() {
    this.session = (await (await this.ask("sessions", { method: "POST" })).json()).session;
    memory.session = this.session;
    this.feed.follow(this.session);
    await this.load();
  }

  /** The drills once more: what is known of their runs changes, and the language. */
  async load() { this.list = await (await this.ask("drills")).json(); }

  /**
   * @param {string} id
   * @returns {DrillInfo | undefined}
   */
  drill(id) { return this.list.drills.find((drill) => drill.id === id); }

  /** @param {string} words a trouble, above the page; "" for none */
  trouble(words) {
    const bar = one(this.root, ".notice");
    bar.hidden = !words;
    text(bar, words);
  }

  /** @param {string} words by the voice where it is on, and to screen readers otherwise */
  news(words) { voice.news(words); }

  /** @param {string} fragment without its # */
  go(fragment) { location.hash = fragment; }
}
