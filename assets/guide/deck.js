// Everything round the picture that the person touches: what it is for, the camera's state, the release, the settings.
// Python sends words and readings; what was chosen goes back to it whole and is remembered in this browser.
import { eyeOf } from "./burst_camera.js";
import { Camera } from "./camera.js";
import { CameraMenu } from "./camera_menu.js";
import { LANDMARKS, TIMERS, VIEWERS, after } from "./choices.js";
import { drawBar, drawControls, drawOver, drawStage, drawUses, quiet, trouble } from "./deck_view.js";
import { one, whenGone } from "./dom.js";
import { catchPhotographs } from "./drop.js";
import { feed } from "./feed.js";
import { Interview } from "./interview.js";
import { Link } from "./link.js";
import { keep, keepCuts, recall, recallCuts } from "./memory.js";
import { roll } from "./roll.js";
import { Sitting } from "./sitter.js";
import { Shutter } from "./shutter.js";
import { Stage } from "./stage.js";
import { Tour } from "./tour.js";
import { voice } from "./voice.js";
import { VoiceSettings } from "./voice_settings.js";
import { translate } from "./words.js";

/** @import { Choices } from "./choices.js" */
/** @import { DeckSettings, Mode, Told } from "./data.d.ts" */
/** @import { DeckLive, Live } from "./live.d.ts" */

/** @type {DeckLive} */
const NOTHING = { cue: null, reads: null, ready: false, size: null, frames: 0, looks: 0, hint: null, focal: null };
const AGAIN = 3000; // ms in which Python draws the page again before it is asked once more

/**
 * @typedef {object} Send what Python is told
 * @property {(choices: object) => void} choose
 * @property {() => void} refresh draw the whole page again
 */

class Deck {
  /**
   * @param {ShadowRoot} root
   * @param {Send} send
   */
  constructor(root, send) {
    this.root = root;
    this.send = send;
    /** @type {Choices} */
    this.choices = recall();
    /** @type {DeckSettings | null} */
    this.settings = null;
    this.others = recallCuts(); // uses whose cuts are shown on the stage, and made of every picture
    this.live = NOTHING;
    this.heard = NOTHING; // the same with the guide's own cue, whatever stands in its place in a room
    this.refreshed = -Infinity; // when Python was last asked to draw the page again
    this.failed = false; // the last burst: the camera gave no picture
    this.shownUses = "";
    this.hints = new Set(); // those that were said
    this.camera = new Camera(one(root, "video", HTMLVideoElement), () => {
      this.draw();
      this.tellState();
    });
    this.stage = new Stage(one(root, ".stage"), one(root, "canvas", HTMLCanvasElement), this.camera.capture);
    this.link = new Link(this.camera.capture, feed, () => this.draw());
    this.menu = new CameraMenu(one(root, "#camera"), this.camera.capture, (change) => this.choose(change));
    this.shutter = new Shutter(root, (byItself) => void this.release(byItself));
    this.unroll = roll.listen(() => this.drawRoll());
    this.interview = new Interview((answers) => this.choose({ answers }), (use) => this.pick(use));
    this.tour = new Tour(root, () => this.choose({ toured: true }));
    this.voice = new VoiceSettings(root, (change) => this.choose(change));
    voice.changed = () => this.draw();
    this.silence = voice.attach(one(root, ".said"), this.choices.voice);
    this.sitting = new Sitting(root, {
      camera: this.camera, stage: this.stage, shutter: this.shutter,
      start: () => {
        if (this.choices.mode === "photos") this.turnTo("camera");
        if (!this.playing) this.start();
      },
      choose: (change) => this.choose(change),
      changed: () => this.update(this.heard),
    });
    this.ears = new AbortController();
    this.wire(this.ears.signal);
    this.unlisten = feed.listen({ look: (live) => this.hear(live), over: () => this.refresh() });
    this.want();
    this.tell();
  }

  close() {
    this.unlisten();
    this.sitting.close();
    this.link.close();
    this.stage.close();
    this.camera.close();
    this.menu.close();
    this.shutter.close();
    this.unroll();
    this.silence();
    this.ears.abort();
  }

  /** @param {AbortSignal} signal */
  wire(signal) {
    /** @type {(selector: string, action: (button: HTMLElement) => void) => void} */
    const pressed = (selector, action) => {
      for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(selector))) {
        button.addEventListener("click", () => action(button), { signal });
      }
    };
    pressed(".modes button", (button) => this.turnTo(/** @type {Mode} */ (button.dataset.mode)));
    pressed(".try", () => this.turnTo("sample"));
    pressed(".start", () => this.start());
    pressed(".shoot, .shoot-far", () => this.shoot());
    pressed(".timer", () => this.choose({ timer: after(TIMERS, this.choices.timer) }));
    pressed(".auto", () => this.choose({ auto: !this.choices.auto }));
    pressed(".marks", () => this.choose({ landmarks: after(LANDMARKS, this.choices.landmarks) }));
    pressed(".viewer", () => this.choose({ viewer: after(VIEWERS, this.choices.viewer) }));
    pressed(".far-on, .far-off", () => this.turnFar());
    pressed(".stop", () => this.camera.look("stop"));
    pressed(".tray", () => roll.show("tray"));
    pressed(".again", () => this.tour.begin());
    const languages = /** @type {HTMLSelectElement} */ (one(this.root, ".language select"));
    languages.addEventListener("change", () => this.choose({ language: languages.value }), { signal });
    // A button clicked with the mouse gives up the focus: the space bar then takes the picture and not that button.
    // Where somebody writes, the focus stays.
    this.root.addEventListener("click", (event) => {
      const { activeElement } = this.root;
      if (!(activeElement instanceof HTMLElement) || activeElement.matches("input[type=text], textarea")) return;
      if (/** @type {MouseEvent} */ (event).detail) activeElement.blur();
    }, { signal });
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    document.addEventListener("visibilitychange", () => this.camera.look(), { signal });
    addEventListener("pagehide", (event) => { if (!event.persisted) this.goodbye(); }, { signal });
    catchPhotographs(() => this.turnTo("photos"), signal);
  }

  goodbye() {
    if (this.settings) navigator.sendBeacon(new URL("guide/goodbye", document.baseURI), this.settings.token);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const at = event.composedPath()[0];
    const is = (/** @type {string} */ selector) => at instanceof Element && at.matches(selector);
    const typing = is("input, textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const pressed = event.key === " " && is("button, a, summary, [role=option]"); // space presses those
    if (openDialog()) return;
    if (event.key === "Escape" && !one(this.root, ".far").hidden) return this.turnFar();
    if (event.key.toLowerCase() === "f" && !typing) return this.turnFar();
    if (event.key.toLowerCase() === "v" && !typing) return this.voice.turn();
    if (event.key !== " " || typing || pressed) return;
    event.preventDefault(); // or the page would scroll
    this.shoot();
  }

  get playing() { return this.camera.state === "live"; }

  shoot() {
    if (this.playing && !roll.shown) this.shutter.press(this.choices.timer);
    else if (!this.playing) this.tellState();
  }

  // What the bar shows as a colour and the picture by playing, in words.
  tellState() {
    if (!this.settings) return;
    const { words, states, mode } = this.settings;
    const { state } = this.camera;
    const told = trouble(this.settings, this.camera);
    const playing = mode === "sample" ? words.sample_plays : words.camera_plays;
    voice.news(told ? told.join(" ") : state === "live" ? playing : states[state]);
    // Start has gone from under the keyboard: what is pressed next is the release.
    if (state === "live" && document.activeElement === document.body) one(this.root, ".shoot").focus();
  }

  // Once for each, and never in the way of other news.
  /** @param {string} hint */
  tellHint(hint) {
    if (!this.playing || voice.known.news || this.hints.has(hint)) return;
    this.hints.add(hint);
    voice.news(hint);
  }

  // What the review finds out is heard where there is a voice; without one the review's own live region says it.
  drawRoll() {
    roll.spoken = voice.known.on;
    if (roll.news && roll.spoken) voice.news(roll.news);
    roll.news = "";
    const others = recallCuts(); // the review asks for them too
    if (others.join() === this.others.join()) return this.draw();
    this.others = others;
    this.tell();
  }

  /** @param {string} use */
  showCut(use) {
    const { others } = this;
    this.others = others.includes(use) ? others.filter((name) => name !== use) : [...others, use];
    keepCuts(this.others);
    this.tell();
  }

  /** @param {boolean} byItself */
  async release(byItself) {
    const { use, viewer } = this.choices;
    const { capture } = this.camera;
    const eyes = viewer === "rear" ? "rear" : "front"; // who will look at them: a coach beside is no third one
    const sight = { use: this.settings?.use ?? use, viewer: eyes, window: this.stage.window() };
    const eye = eyeOf({ track: capture.track, video: capture.video, renew: () => capture.renew() });
    const refused = roll.refused;
    const shown = !this.sitting.ordered; // what a coach takes waits in the tray, and goes up when it is asked for
    try {
      const burst = await roll.take(eye, sight, (first) => {
        this.shutter.taken();
        if (!byItself && shown) roll.show(first.burst);
      }, () => this.shutter.click(), shown);
      this.failed = false;
      if (byItself && burst) await roll.sift(burst);
    } catch {
      this.failed = true; // the camera was unplugged, or stopped, just then
      voice.news(this.settings?.words.no_picture);
    }
    this.shutter.over(roll.refused !== refused ? roll.again : "");
    this.draw();
  }

  refresh() {
    const now = performance.now();
    if (now - this.refreshed < AGAIN) return;
    this.refreshed = now;
    this.send.refresh();
  }

  /** @param {Mode} mode */
  turnTo(mode) {
    if (mode === this.choices.mode) return;
    this.shutter.cancel();
    this.camera.look("leave");
    this.choose({ mode });
    this.tour.end();
    if (mode === "sample") this.start();
  }

  start() {
    if (this.settings?.room) this.camera.look("start");
  }

  turnFar() {
    const far = one(this.root, ".far");
    far.hidden = !far.hidden;
    one(this.root, ".deck").dataset.far = String(!far.hidden);
    one(this.root, far.hidden ? ".far-on" : ".far-off").focus();
    this.draw();
  }

  /** @param {string} use */
  pick(use) {
    if (this.sitting.room?.use_locked) return; // the coach has chosen
    this.choose({ use });
    one(this.root, ".uses").hidePopover();
  }

  /** @param {Partial<Choices>} change */
  choose(change) {
    this.choices = { ...this.choices, ...change };
    keep(this.choices);
    this.want();
    this.tell();
  }

  // Which picture is wanted, and by which way: both are this browser's business alone.
  want() {
    const { mode, device, link, viewer } = this.choices;
    /** @type {"user" | "environment"} */
    const facing = viewer === "rear" ? "environment" : "user";
    const sample = mode === "sample";
    this.camera.want(sample ? { sample } : { sample, facing, ...(device ? { device } : {}) });
    this.link.wished = link;
  }

  tell() {
    const { use, answers, viewer, landmarks, mode, focal, language } = this.choices;
    this.send.choose({ use, answers, viewer, landmarks, mode, focal, language, others: this.others });
    this.draw();
  }

  // What comes when the person has done something.
  /** @param {DeckSettings} settings */
  settle(settings) {
    const before = this.settings;
    if (settings.notice && !before?.notice) voice.news(settings.notice.join(" "));
    this.settings = settings;
    translate(this.root, settings.words);
    feed.follow(settings.session);
    const { lang, dir, words } = settings;
    Object.assign(document.documentElement, { lang, dir });
    this.stage.settle(settings);
    this.tour.words = words;
    if (this.tour.open) this.tour.show();
    else if (!before && !this.choices.toured && !this.sitting.place) this.tour.begin();
    this.shutter.words = words;
    this.sitting.settle(settings);
    this.draw();
  }

  /** @param {Live} live */
  hear(live) {
    const { room, deck } = live;
    const now = performance.now();
    if (this.settings && room !== this.settings.room) this.refresh(); // a place is free now, or taken
    this.camera.hear(deck.looks);
    this.link.hear(live, now);
    this.stage.hear(this.playing ? live.stage : null, now);
    this.update(deck);
  }

  // What comes with every look.
  /** @param {DeckLive} heard */
  update(heard) {
    this.heard = heard;
    const live = this.sitting.told(heard);
    this.live = live;
    // Learnt, to be remembered.
    if (live.focal && live.focal !== this.choices.focal) this.choose({ focal: live.focal });
    const judged = this.playing && !roll.shown;
    this.shutter.watch(judged && live.ready, this.choices.auto && !this.sitting.guided);
    voice.cue((judged || this.sitting.pins) && !this.shutter.busy ? live.cue : null);
    this.draw();
  }

  draw() {
    if (this.settings) this.render(this.settings, this.live);
  }

  /**
   * @param {DeckSettings} settings
   * @param {DeckLive} live
   */
  render(settings, live) {
    const { root, choices, camera } = this;
    const { pins } = this.sitting;
    const view = { settings, live, choices, camera, link: this.link, roll, failed: this.failed, pins };
    if (!this.playing) this.stage.hear(null, performance.now());
    this.sitting.see(this.stage.ease.stage);
    drawStage(view);
    one(root, ".deck").dataset.mode = settings.mode;
    one(root, ".deck").dataset.state = camera.state;
    one(root, ".deck").dataset.told = live.cue ? "yes" : "no";
    drawBar(root, view);
    drawOver(root, view);
    drawControls(root, view);
    this.menu.draw(settings.words, choices, this.link.known.why);
    this.voice.show(choices, settings.words, settings.lang);
    this.tellHint(quiet(view));
    this.drawUses(settings);
    // While nothing is said yet the questions stand beside the picture; then they wait behind the use.
    const slot = one(root, live.cue ? ".uses .slot" : ".aside-idle .slot");
    if (this.interview.root.parentNode !== slot) slot.append(this.interview.root);
    this.interview.show(settings, choices.answers);
    if (this.playing && this.tour.open) this.tour.end(); // no tour while the camera already plays
    one(root, ".aside-idle").hidden = Boolean(live.cue) || settings.mode === "photos";
  }

  /** @param {DeckSettings} settings */
  drawUses(settings) {
    const { uses, problems, standard, use, lang } = settings;
    const shown = JSON.stringify([uses, problems, standard, use, lang, this.others]);
    if (shown === this.shownUses) return;
    this.shownUses = shown;
    drawUses(this.root, settings, this.others, {
      pick: (picked) => this.pick(picked),
      cut: (picked) => this.showCut(picked),
    });
  }
}

function openDialog() {
  const hosts = document.querySelectorAll('[data-testid="stBidiComponentIsolated"]');
  return [...hosts].some((host) => host.shadowRoot?.querySelector("dialog[open], :popover-open"));
}

/** @param {Told<DeckSettings, {deck?: Deck}>} told */
export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  /** @type {Send} */
  const send = {
    choose: (choices) => setStateValue("choices", choices),
    refresh: () => setTriggerValue("refresh", Date.now()),
  };
  const deck = (parentElement.deck ??= new Deck(parentElement, send));
  deck.send = send;
  deck.settle(data);
  return whenGone(parentElement, () => {
    deck.close();
    delete parentElement.deck;
  });
}
