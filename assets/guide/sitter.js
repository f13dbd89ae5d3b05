// The sitter's side of a room: comes in by the link, asks before anybody sees them, and does what the coach asks for as
// far as they have allowed it. The stage goes on as it is; without the room the guide alone goes on.
import { one } from "./dom.js";
import { feed } from "./feed.js";
import { RoomQuestions } from "./sitter_ask.js";
import { InkCanvas } from "./sitter_canvas.js";
import { CoachPicture } from "./sitter_coach.js";
import { SitterDevice } from "./sitter_device.js";
import { SitterDrill } from "./sitter_drill.js";
import { RoomLine, knownIn, placeOf } from "./room_line.js";
import { Microphone } from "./sitter_microphone.js";
import { Mesh } from "./room_mesh.js";
import { Shares } from "./sitter_shares.js";
import { NO, company, instead, told } from "./sitter_state.js";
import { drawGiven, drawPinned, drawRoom, nameOf } from "./sitter_view.js";
import { roll } from "./roll.js";
import { voice } from "./voice.js";
import { fill } from "./words.js";

/** @import { Camera } from "./camera.js" */
/** @import { Choices } from "./choices.js" */
/** @import { DeckSettings } from "./data.d.ts" */
/** @import { DeckLive, StageLive } from "./live.d.ts" */
/** @import { RoomView, ToClient, Welcome } from "./room.d.ts" */
/** @import { Place } from "./room_line.js" */
/** @import { Pen } from "./room_peer_state.js" */
/** @import { Yes } from "./sitter_state.js" */
/** @import { Shutter } from "./shutter.js" */
/** @import { Stage } from "./stage.js" */

/**
 * @typedef {object} Deck what of the deck a room needs
 * @property {Camera} camera
 * @property {Stage} stage
 * @property {Shutter} shutter
 * @property {() => void} start
 * @property {(change: Partial<Choices>) => void} choose
 * @property {() => void} changed the cue is another
 */

export class Sitting {
  /**
   * @param {ParentNode} root
   * @param {Deck} deck
   */
  constructor(root, deck) {
    this.deck = deck;
    this.box = one(root, ".sitter");
    this.say = one(root, ".say");
    this.stageBox = one(root, ".stage");
    this.given = one(root, ".given");
    this.uses = one(root, ".bar .use", HTMLButtonElement);
    /** @type {DeckSettings | null} */
    this.settings = null;
    /** @type {Place | null} */
    this.place = here();
    /** @type {RoomView | null} */
    this.room = null;
    this.you = "";
    /** @type {Yes} */
    this.yes = NO;
    this.blocked = false; // the browser keeps the coach's voice back
    this.use = ""; // as the coach last set it
    this.line = new RoomLine({ hear: (message) => this.hear(message), changed: () => this.changed() });
    /** @type {Mesh | null} */
    this.mesh = null;
    /** @type {CoachPicture | null} */
    this.coach = null;
    this.device = new SitterDevice(deck, (message) => this.line.send(message));
    this.microphone = new Microphone(() => this.heard());
    this.ink = new InkCanvas(one(root, "canvas.ink", HTMLCanvasElement), deck.stage);
    this.drill = new SitterDrill(root, this.ink, {
      send: (message) => this.line.send(message), header: () => this.line.header,
    });
    this.shares = new Shares(roll, (message) => this.line.send(message));
    this.questions = new RoomQuestions(root, {
      come: (name) => this.come(name),
      stay: () => this.forget(),
      say: (yes) => this.consent(yes),
      leave: () => this.leave(),
    });
    this.ears = new AbortController();
    this.wire(this.ears.signal);
    this.unroll = roll.listen(() => {
      this.shares.follow();
      this.tellDoing();
      this.draw();
    });
  }

  close() {
    this.ears.abort();
    this.unroll();
    this.line.close();
    this.ink.close();
    this.part();
  }

  /** @param {AbortSignal} signal */
  wire(signal) {
    /** @type {(selector: string, action: () => void) => void} */
    const pressed = (selector, action) => one(this.box, selector).addEventListener("click", action, { signal });
    pressed(".go", () => this.consent({ ...this.yes, pictures: !this.yes.pictures }));
    pressed(".mute", () => this.microphone.mute(!this.microphone.muted));
    pressed(".leave", () => this.leave());
    pressed(".ok", () => this.forget());
    pressed(".listen", () => this.listen());
    const allow = one(this.given, ".allow input", HTMLInputElement);
    allow.addEventListener("change", () => this.consent({ ...this.yes, camera: allow.checked }), { signal });
    this.given.addEventListener("toggle", () => this.draw(), { signal });
    this.deck.shutter.changed = () => this.tellDoing();
    document.addEventListener("visibilitychange", () => this.woken(), { signal });
    document.addEventListener("click", () => { if (this.blocked) this.listen(); }, { signal });
    addEventListener("hashchange", () => this.follow(), { signal });
  }

  get camera() { return this.device.camera; }

  /** Whether what is taken just now was asked for by the coach. */
  get ordered() { return this.device.ordered; }

  /** Whether a coach is there who guides: then nothing is taken by itself, and no review opens for what they take. */
  get guided() {
    return this.line.phase === "in" && this.yes.see && this.room !== null
      && company(this.room, this.you).coach?.here === true;
  }

  // A link was opened in the page that is there already.
  follow() {
    const place = here();
    if (!place || JSON.stringify(place) === JSON.stringify(this.place)) return;
    if (this.line.phase !== "out") this.leave();
    history.replaceState(history.state, "", `#room=${place.room}.${place.token}`);
    this.place = place;
    this.begin();
  }

  /** @param {DeckSettings} settings */
  settle(settings) {
    const before = this.settings;
    this.settings = settings;
    if (!before) return this.begin();
    if (before.session !== settings.session) this.line.send({ kind: "session", session: settings.session });
    if (before.lang !== settings.lang && this.inside) this.enter(); // worded in another language from now on
    this.draw();
  }

  begin() {
    if (!this.place) return;
    this.shares.begin(this.place.room);
    if (knownIn(this.place.room) && this.questions.name) this.enter(); // the page was loaded again
    else this.questions.invite();
  }

  get inside() { return ["joining", "door", "in", "lost"].includes(this.line.phase); }

  /** @param {string} name */
  come(name) {
    if (name) this.enter();
  }

  enter() {
    const { place, settings } = this;
    if (!place || !settings) return;
    this.line.enter(place, () => ({
      name: this.questions.name, language: this.settings?.lang ?? settings.lang,
      device: matchMedia("(pointer: coarse)").matches ? "phone" : "computer",
      session: feed.session || settings.session, ...this.yes,
    }));
  }

  leave() {
    this.line.leave();
    this.forget();
  }

  // The guide alone goes on.
  forget() {
    this.line.close();
    this.place = null;
    if (placeOf(location.hash)) history.replaceState(history.state, "", location.pathname + location.search);
    this.part();
    this.draw();
  }

  part() {
    this.mesh?.close();
    this.mesh = null;
    this.microphone.close();
    this.device.close();
    this.coach?.close();
    this.coach = null;
    this.ink.clear();
    this.drill.close();
    this.shares.end();
    this.questions.close();
    Object.assign(this, { room: null, you: "", yes: NO, blocked: false, use: "" });
    this.deck.changed();
  }

  // The line stands elsewhere: at the door, cut off, over.
  changed() {
    const { phase, why, ended } = this.line.known;
    if (phase === "over") {
      if (ended !== "left") voice.news(why);
      this.part();
    }
    if (phase === "lost") voice.news(this.settings?.words.room_lost);
    if (phase === "door") {
      this.mesh?.close();
      this.mesh = null;
      this.room = null;
      voice.news(why);
    }
    this.draw();
  }

  /** @param {ToClient} message */
  hear(message) {
    switch (message.kind) {
      case "welcome": return this.welcome(message);
      case "room": return this.take(message.room);
      case "signal": return this.yes.see ? this.mesh?.hear(message.from, message.data) : undefined;
      case "do": return void this.device.perform(message.what, this.yes);
      case "pen": return this.draws(message.what);
      case "drilling": case "matching": return this.drill.hear(message);
      case "refused": return voice.news(message.why);
      default: return undefined;
    }
  }

  /** @param {Welcome} message */
  welcome({ you, ice, room }) {
    if (you !== this.you) this.mesh?.close();
    if (you !== this.you || !this.mesh) this.mesh = this.meshed(you, ice);
    this.you = you;
    this.device.told = "";
    this.shares.renew();
    this.take(room);
    if (!this.yes.see) return this.ask();
    if (!room.see) this.line.send({ kind: "consent", ...this.yes }); // let in anew, after the server was started again
    this.heard();
    this.tellDoing();
    this.tellAbilities();
  }

  ask() {
    const { settings, room } = this;
    if (settings && room) this.questions.ask(settings.words, nameOf(settings.words, room, this.you));
  }

  /**
   * @param {string} you
   * @param {Welcome["ice"]} ice
   */
  meshed(you, ice) {
    return new Mesh(you, ice, {
      signal: (to, data) => this.line.send({ kind: "signal", to, data }),
      stream: (id, stream) => this.show(id, stream),
      state: () => this.draw(),
      pen: (_, what) => this.draws(what),
      gone: (id) => { if (this.room && id === company(this.room, this.you).coach?.id) this.unshow(); },
    });
  }

  /** @param {RoomView} room */
  take(room) {
    const before = this.room;
    this.room = room;
    this.mesh?.settle({ ...room, see: room.see && this.yes.see });
    this.shares.settle(room, this.yes);
    const { coach } = company(room, this.you);
    this.ink.name = coach?.name ?? "";
    if (!coach?.here) this.ink.clear();
    if (!coach) this.unshow();
    if (room.use && room.use !== this.use) {
      this.use = room.use;
      this.deck.choose({ use: room.use });
    }
    if (instead(before) !== instead(room) || before?.pinned?.words !== room.pinned?.words) this.deck.changed();
    this.draw();
  }

  /** @param {Yes} yes */
  consent(yes) {
    const first = !this.yes.see && yes.see;
    this.yes = yes;
    this.line.send({ kind: "consent", ...yes });
    if (this.room) this.take(this.room);
    if (first) {
      this.deck.start();
      void this.microphone.ask();
      this.tellDoing();
    }
    this.tellAbilities();
    this.draw();
  }

  // The microphone is another one, or muted.
  heard() {
    this.give();
    this.line.send({ kind: "microphone", on: this.microphone.on });
    this.draw();
  }

  give() { if (this.yes.see) this.mesh?.give({ audio: this.microphone.track, video: this.camera.copy }); }

  /**
   * @param {string} id
   * @param {MediaStream} stream
   */
  show(id, stream) {
    if (!this.room || id !== company(this.room, this.you).coach?.id) return;
    this.coach ??= new CoachPicture(this.stageBox, this.deck.stage, () => {
      this.blocked = true;
      this.draw();
    });
    this.coach.show(stream);
    this.draw();
  }

  unshow() {
    this.coach?.close();
    this.coach = null;
  }

  listen() {
    this.blocked = false;
    void this.coach?.play();
    this.draw();
  }

  /** @param {Pen} what */
  draws(what) { if (this.yes.see) this.ink.hear(what); }

  tellDoing() { this.device.tell(this.line.phase === "in" && this.yes.see); }

  tellAbilities() { void this.device.tellAbilities(this.yes); }

  // The page is in sight again, or no longer: a call may have taken the microphone for good.
  woken() {
    this.tellDoing();
    if (!document.hidden) this.line.tell({ is: "online" }); // what was cut off in its sleep is not waited for
    if (!document.hidden && this.yes.see && !this.microphone.track && !this.microphone.refused) {
      void this.microphone.ask();
    }
  }

  /**
   * What of a look the sitter reads: the guide's own cue, or what is in its place.
   * @param {DeckLive} live
   * @returns {DeckLive}
   */
  told(live) {
    const waits = this.settings?.words.room_waits ?? "";
    return this.guidedWords ? { ...live, cue: told(live.cue, this.room, waits) } : live;
  }

  /** Whether the coach has pinned something, which is said without a picture as well. */
  get pins() { return this.guidedWords && Boolean(this.room?.pinned); }

  // While our own line is cut off, what was pinned last still stands.
  get guidedWords() { return this.yes.see && this.room !== null; }

  /**
   * Told of each look, and of each change of the deck.
   * @param {StageLive | null} [stage]
   */
  see(stage = null) {
    if (this.line.phase === "out") return;
    if (this.yes.see && this.camera.look()) {
      this.give();
      this.tellAbilities();
    }
    this.tellDoing();
    this.coach?.follow(stage);
    this.ink.follow();
    this.draw();
  }

  draw() {
    const { settings, room, line, you, yes } = this;
    const main = document.querySelector(".st-key-stage");
    const shown = line.phase === "out" ? "none" : line.phase === "over" ? "over" : "in";
    if (main instanceof HTMLElement && main.dataset.sitting !== shown) main.dataset.sitting = shown;
    this.uses.disabled = Boolean(room?.use_locked); // the coach has chosen
    if (!settings) return;
    const { words, lang } = settings;
    const coach = room && company(room, you).coach;
    const sight = {
      words, lang, room, you, yes, line: line.known, blocked: this.blocked,
      direct: coach ? this.mesh?.state(coach.id) ?? null : null,
      microphone: this.hearable, camera: this.camera.copy !== null,
      marks: this.shares.marks, pictures: roll.pictures,
    };
    drawRoom(this.box, sight);
    this.drill.draw({ words, lang, room, coach: room ? nameOf(words, room, you) : "" });
    drawPinned(this.say, this.guidedWords ? sight : { ...sight, room: null });
    if (this.given.matches(":popover-open")) drawGiven(this.given, sight, (id, held) => this.hold(id, held));
    if (!coach) return;
    this.coach?.draw(coach.name, fill(words.room_picture_of ?? "", { coach: coach.name }), coach.microphone);
  }

  get hearable() {
    const { track, muted, refused } = this.microphone;
    if (muted) return /** @type {const} */ ("muted");
    if (refused) return /** @type {const} */ ("refused");
    return !track || track.muted ? /** @type {const} */ ("taken") : /** @type {const} */ ("on");
  }

  /**
   * @param {string} id
   * @param {boolean} held
   */
  hold(id, held) {
    this.shares.hold(id, held);
    this.draw();
  }
}

/** @returns {Place | null} */
function here() {
  return location.hash.startsWith("#room=") ? placeOf(location.hash) : null;
}
