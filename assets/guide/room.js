// The page of a room, for its coach and for those who watch: it opens one or comes in by a link, and shows what there
// is. What each role may do is the server's to decide; what it may not is not on its page.
import { one, text } from "./dom.js";
import { Calls } from "./room_calls.js";
import { Camera } from "./room_camera.js";
import { Cues } from "./room_cues.js";
import { grant } from "./room_dom.js";
import { Doorway } from "./room_door.js";
import { Practice } from "./room_drill.js";
import { Film } from "./room_film.js";
import { Head } from "./room_head.js";
import { RoomLine, placeOf } from "./room_line.js";
import { List } from "./room_list.js";
import { Lobby } from "./room_lobby.js";
import { notice } from "./room_notice.js";
import { asked, base, nameForm, openForm } from "./room_open.js";
import { Match } from "./room_match.js";
import { Pad } from "./room_pad.js";
import { Self } from "./room_self.js";
import { RoomStage } from "./room_stage.js";
import { NOBODY, heard } from "./room_state.js";
import { translate } from "./words.js";

/** @import { RoomSettings } from "./data.d.ts" */
/** @import { Bench } from "./room_dom.js" */
/** @import { Pen } from "./room_peer_state.js" */
/** @import { RoomOpened, ToClient, ToServer } from "./room.d.ts" */

const SAID = 7000; // ms that a sentence stays
const NAME = "framing-room-name"; // of this visitor, in this tab, so that a reload asks nobody again
const LINKS = 5000; // ms until the links are asked for again

/** @implements {Bench} */
class Page {
  /**
   * @param {HTMLElement} root
   * @param {RoomSettings} settings
   */
  constructor(root, settings) {
    this.root = root;
    this.settings = settings;
    this.known = NOBODY;
    this.name = "";
    this.line = new RoomLine({ hear: (message) => this.hear(message), changed: () => this.ask() });
    this.frame = 0;
    this.sentence = { words: "", until: 0 };
    this.wantsLobby = false;
    this.left = false;
    /** @type {Calls | null} */
    this.calls = null;
    /** @type {Partial<{ head: Head, stage: RoomStage, cues: Cues, list: List, practice: Practice, match: Match }>} */
    this.all = {};
    /** @type {Partial<{ door: Doorway, lobby: Lobby, self: Self, pad: Pad, camera: Camera, film: Film }>} */
    this.coachs = {};
    /** @type {RoomOpened | null} */
    this.links = null;
    this.linksAsked = -Infinity;
    // The pieces take them off their bench.
    for (const name of /** @type {const} */ (["send", "pen", "news", "say", "ask"])) {
      Object.assign(this, { [name]: this[name].bind(this) });
    }
    translate(root, settings.words);
    openForm(root, settings, (opened, name) => {
      this.links = opened;
      history.replaceState(null, "", `#${opened.id}.${opened.coach}`);
      this.enter(name);
    });
    nameForm(root, (name) => this.enter(name));
    one(root, ".waits .again").onclick = () => this.again();
    addEventListener("hashchange", () => location.reload());
    addEventListener("pagehide", (event) => { if (!event.persisted) this.line.close(); });
    addEventListener("keydown", (event) => this.key(event));
    setInterval(() => this.ask(), 1000); // how long somebody waits, and what stands on the sitter's screen
    const place = placeOf(location.hash), before = place && remembered(place.room);
    if (before) this.enter(before);
    else this.render(performance.now());
  }

  /** @param {string} name */
  enter(name) {
    const place = placeOf(location.hash);
    if (!place) return;
    this.name = name;
    remember(place.room, name);
    const { lang } = this.settings;
    const device = matchMedia("(pointer: coarse)").matches ? "phone" : "computer";
    this.line.enter(place, () => (
      { name, language: lang, device, session: null, see: null, pictures: null, camera: null }));
    this.ask();
  }

  again() {
    if (this.name) this.enter(this.name);
    else location.reload();
  }

  leave() {
    this.left = true;
    this.line.leave();
    this.calls?.close();
    this.ask();
  }

  end() {
    const sure = one(this.root, "dialog.sure", HTMLDialogElement);
    one(sure, ".stay").onclick = () => sure.close();
    one(sure, ".really").onclick = () => {
      sure.close();
      this.send({ kind: "close" });
    };
    sure.showModal();
  }

  /** @param {ToServer} message */
  send(message) {
    if (!this.line.send(message)) this.say(this.settings.words.lost ?? "");
  }

  /** @param {Pen} message */
  pen(message) {
    this.all.stage?.hear(message);
    if (this.calls?.pen(message)) this.line.send(message);
  }

  /** @param {string} words */
  news(words) { text(one(this.root, ".news"), words); }

  /** @param {string} words */
  say(words) {
    this.sentence = { words, until: performance.now() + SAID };
    this.ask();
  }

  ask() {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      this.render(now);
    });
  }

  /** @param {ToClient} message */
  hear(message) {
    const now = performance.now();
    const before = this.known;
    this.known = heard(before, message, now);
    if (message.kind === "welcome") this.welcome();
    else if (message.kind === "signal") this.calls?.hear(message.from, message.data);
    else if (message.kind === "pen") this.all.stage?.hear(message.what);
    else if (message.kind === "refused") this.say(message.why);
    else if (message.kind === "picture" && message.number <= 1) this.all.list?.mark(now);
    if (this.known.room && this.known.room !== before.room) this.calls?.settle(this.known.room);
    this.ask();
  }

  welcome() {
    const { role, you, ice, room } = this.known;
    const place = placeOf(location.hash);
    if (role === "sitter" && place) { // a sitter's link, put into the address of this page
      location.replace(`${base()}#room=${place.room}.${place.token}`);
      return;
    }
    if (!this.all.head) this.furnish();
    this.calls?.enter(you, ice);
    if (room) this.calls?.settle(room);
    this.coachs.self?.tell();
  }

  // The page of this role, once and for all: a token has one.
  furnish() {
    grant(this.root, this.known.role ?? "");
    translate(this.root, this.settings.words);
    this.root.dataset.role = this.known.role ?? "";
    const stage = new RoomStage(this);
    this.calls = new Calls(this, stage);
    const acts = { toggleLobby: () => this.toggleLobby(), end: () => this.end(), leave: () => this.leave() };
    this.all = {
      head: new Head(this, acts), stage, cues: new Cues(this), list: new List(this), practice: new Practice(this),
      match: new Match(this, stage),
    };
    if (this.known.role !== "coach") return;
    const self = new Self(this, (tracks) => this.calls?.give(tracks));
    this.coachs = {
      door: new Doorway(this), lobby: new Lobby(this), self, pad: new Pad(this, stage), camera: new Camera(this),
      film: new Film(this),
    };
    void self.start();
  }

  toggleLobby() {
    this.wantsLobby = !this.inLobby();
    this.ask();
  }

  inLobby() {
    const { role, room, sitter } = this.known;
    if (role !== "coach") return false;
    return this.wantsLobby || (!sitter && !room?.pictures.length); // who has sat here may come back
  }

  // After a reload the server is asked for them once more: this page keeps no link.
  async fetchLinks() {
    const { lobby } = this.coachs;
    if (!lobby || lobby.links) return;
    const now = performance.now();
    if (this.links) Object.assign(lobby, { links: this.links, base: base() });
    else if (now - this.linksAsked > LINKS && this.line.phase === "in") {
      this.linksAsked = now;
      const found = await asked("guide/rooms/qr", { base: base() }, this.line.header).catch(() => "");
      if (typeof found !== "string") Object.assign(lobby, { links: found, base: base() });
    }
  }

  // Space takes the pictures, wherever it has no other meaning.
  /** @param {KeyboardEvent} event */
  key(event) {
    const { film } = this.coachs;
    const { target } = event;
    if (event.key !== " " || event.repeat || !film || this.inLobby() || this.root.querySelector("dialog[open]")) return;
    if (target instanceof Element && target.closest("button, input, select, a, summary, textarea")) return;
    event.preventDefault();
    film.shoot();
  }

  /** @param {number} now */
  render(now) {
    const { root, line, settings: { words } } = this;
    const place = placeOf(location.hash), { phase } = line;
    const inside = Boolean(this.known.room && this.all.head) && ["in", "lost", "joining"].includes(phase);
    const shown = inside ? (this.inLobby() ? "lobby" : "session")
      : !location.hash ? "opens" : place && phase === "out" ? "names" : "waits";
    root.dataset.shown = shown;
    for (const name of ["opens", "names", "waits", "lobby", "session"]) {
      const box = root.querySelector(`main > .${name}`);
      if (box instanceof HTMLElement) box.hidden = name !== shown;
    }
    const door = root.querySelector("main > .door");
    if (door instanceof HTMLElement && !inside) door.hidden = true;
    const notice = inside ? this.notice(now) : "";
    const bar = one(root, ".notice");
    bar.hidden = !notice;
    bar.classList.toggle("passing", notice === this.sentence.words && phase === "in");
    text(bar, notice);
    if (shown === "waits") this.waits(phase, Boolean(place));
    if (!inside) return;
    const way = this.calls?.way ?? { state: null, stats: null };
    this.all.head?.render(way, shown === "lobby");
    this.coachs.door?.render(Date.now() / 1000);
    this.coachs.self?.render();
    if (shown === "lobby") {
      void this.fetchLinks();
      this.coachs.lobby?.render(way);
      return;
    }
    this.all.practice?.render();
    this.all.match?.render();
    this.all.stage?.render(Boolean(this.calls?.plays));
    this.all.cues?.render(now);
    this.all.list?.render(now);
    this.coachs.pad?.render();
    this.coachs.camera?.render();
    this.coachs.film?.render();
    this.calls?.render();
  }

  /** @param {number} now */
  notice(now) {
    const { line, known, settings: { words } } = this;
    if (line.phase === "in" && now < this.sentence.until) return this.sentence.words;
    if (line.phase === "in" && this.inLobby()) return "";
    return notice(line.phase, known, this.calls?.way.state ?? null, words);
  }

  /**
   * @param {string} phase
   * @param {boolean} complete whether the link is
   */
  waits(phase, complete) {
    const { root, line, settings: { words } } = this;
    const box = one(root, ".waits");
    const door = phase === "door", over = phase === "over" || !complete;
    const title = !over ? (door ? words.at_door_heading : words.joining)
      : this.left ? words.left_heading : words.over_heading;
    text(one(box, "h2"), title ?? "");
    const { why: said, ended } = line.known;
    const why = !complete ? words.no_link : said || this.settings.ended[ended ?? ""];
    text(one(box, "p"), this.left ? "" : why ?? "");
    one(box, ".again").hidden = !over || !complete || ["stale", "closed", "ended"].includes(ended ?? "");
    one(box, ".new-room").hidden = !over;
  }
}

/** @param {string} room */
function remembered(room) {
  try {
    return sessionStorage.getItem(`${NAME}-${room}`) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} room
 * @param {string} name
 */
function remember(room, name) {
  try {
    sessionStorage.setItem(`${NAME}-${room}`, name);
  } catch {
    // Then a reload asks for it.
  }
}

new Page(document.body, JSON.parse(one(document.body, "#settings").textContent ?? ""));
