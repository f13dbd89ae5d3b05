// Everything round the picture that the person touches: what it is for, the camera's state, the release, the settings.
// Python sends words and readings; what was chosen goes back to it whole and is remembered in this browser.
import { Camera } from "./camera.js";
import { Decision } from "./decision.js";
import { make, text } from "./dom.js";
import { Interview } from "./interview.js";
import { Shutter } from "./shutter.js";
import { Tour } from "./tour.js";

const REMEMBERED = "framing-guide";
const TIMERS = [0, 3, 5, 10];
const MARKS = ["light", "full", "off"];
const VIEWERS = { front: "you", rear: "photographer", other: "a coach" };
const ARROWS = {
  up: "↑", down: "↓", nearer: "⤢", farther: "⤡", turn_left: "↶", turn_right: "↷", tilt_left: "↺", tilt_right: "↻",
};
const SIGNS = { must: "▲", style: "△", ok: "✓", hold: "○" };
const LEFT_OVER = 5; // words of Python in which a dialog that is over is still on the screen
const FIRST = { use: "headshot", answers: {}, viewer: "front", landmarks: "light", timer: 3, auto: false, toured: false };

class Deck {
  constructor(root, send) {
    this.root = root;
    this.send = send; // {choose(choices), release(), tray(), tidy()}
    this.choices = { ...FIRST, ...remembered(), mode: "camera" };
    this.before = ""; // the token of this page before it was loaded again, for what it had kept
    this.data = null;
    this.leftOver = 0;
    this.wide = matchMedia("(max-width: 700px)");
    this.camera = new Camera(() => this.draw());
    this.decision = new Decision();
    this.shutter = new Shutter(root, (byItself) => this.release(byItself));
    this.interview = new Interview(this.one(".aside-idle .slot"), (answers) => this.choose({ answers }), (use) => this.pick(use));
    this.tour = new Tour(root, () => this.choose({ toured: true }));
    this.wire();
    this.tell();
    if (!this.choices.toured) this.tour.begin();
  }

  one(selector) { return this.root.querySelector(selector); }
  all(selector) { return [...this.root.querySelectorAll(selector)]; }

  leave() {
    this.camera.leave();
    this.shutter.leave();
    this.decision.leave();
    this.ears.abort();
  }

  wire() {
    this.ears = new AbortController();
    const { signal } = this.ears;
    const pressed = (selector, action) => this.all(selector).forEach((button) => button.addEventListener("click", action, { signal }));
    pressed(".modes button", (event) => this.turnTo(event.currentTarget.dataset.mode));
    pressed(".try", () => this.turnTo("sample"));
    pressed(".shoot, .shoot-far", () => this.shoot());
    pressed(".timer", () => this.choose({ timer: after(TIMERS, this.choices.timer) }));
    pressed(".auto", () => this.choose({ auto: !this.choices.auto }));
    pressed(".marks", () => this.choose({ landmarks: after(MARKS, this.choices.landmarks) }));
    pressed(".viewer", () => this.choose({ viewer: after(Object.keys(VIEWERS), this.choices.viewer) }));
    pressed(".far-on, .far-off", () => this.turnFar());
    pressed(".stop", () => this.camera.stop());
    pressed(".tray", () => this.send.tray());
    pressed(".again", () => this.tour.begin());
    // A button clicked with the mouse gives up the focus: the space bar then takes the picture and not that button.
    this.root.addEventListener("click", (event) => event.detail && this.root.activeElement?.blur(), { signal });
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    document.addEventListener("visibilitychange", () => this.camera.look(), { signal });
    this.wide.addEventListener("change", () => this.tell(), { signal });
    addEventListener("pagehide", (event) => !event.persisted && this.goodbye(), { signal });
    addEventListener("beforeunload", (event) => { if (this.data?.unsaved) event.preventDefault(); }, { signal });
    document.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault(), { signal });
    document.addEventListener("drop", (event) => this.drop(event), { signal, capture: true });
  }

  // A closed page and one that is loaded again cannot be told apart here: what comes back soon claims what it kept.
  goodbye() {
    if (this.data) navigator.sendBeacon(new URL("guide/goodbye", document.baseURI), this.data.token);
  }

  // The token stays in this tab through a reload, and no longer.
  know(token) {
    try {
      const known = sessionStorage.getItem(REMEMBERED);
      if (known === token) return;
      sessionStorage.setItem(REMEMBERED, token);
      if (known) this.before = known;
    } catch {
      return; // a browser that remembers nothing still guides
    }
    this.tell();
  }

  // A photograph may fall anywhere on the page: it is put into Streamlit's own uploader, which checks and sends it.
  drop(event) {
    const input = document.querySelector('.st-key-photos input[type="file"]');
    if (!carriesFiles(event) || event.target.closest?.('[data-testid="stFileUploaderDropzone"]')) return;
    event.preventDefault(); // or the browser would leave the page for the file
    if (!input) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    this.turnTo("photos");
  }

  key(event) {
    const at = event.composedPath()[0];
    const typing = at?.matches?.("input, textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const pressed = event.key === " " && at?.matches?.("button, a, summary, [role=option]"); // space presses those
    if (!typing && !pressed && this.decision.press(event.key)) return event.preventDefault();
    if (document.querySelector('[data-testid="stDialog"]') || openDialog()) return;
    if (event.key === "Escape" && !this.one(".far").hidden) return this.turnFar();
    if (event.key.toLowerCase() === "f" && !typing) return this.turnFar();
    if (event.key !== " " || typing || pressed) return;
    event.preventDefault(); // or the page would scroll
    this.shoot();
  }

  get live() { return this.camera.state === "live"; }

  shoot() {
    if (this.live && !this.data?.reviewing) this.shutter.press(this.choices.timer);
  }

  release(byItself) {
    this.decision.expect();
    if (byItself) this.send.auto();
    else this.send.release();
  }

  // On a busy machine Streamlit now and then leaves a dialog standing that the script has closed: running the whole
  // page again takes it away.
  tidy(data) {
    this.leftOver = !data.reviewing && document.querySelector('[data-testid="stDialog"]') ? this.leftOver + 1 : 0;
    if (this.leftOver < LEFT_OVER) return;
    this.leftOver = 0;
    this.send.tidy();
  }

  turnTo(mode) {
    if (mode === this.choices.mode) return;
    this.shutter.cancel();
    this.camera.stop();
    this.camera.wanted = false; // another picture comes: this one has not ended, it was left
    this.choose({ mode });
    this.tour.end();
  }

  turnFar() {
    const far = this.one(".far");
    far.hidden = !far.hidden;
    document.querySelector(".st-key-stage")?.classList.toggle("far", !far.hidden);
    if (far.hidden) this.one(".far-on").focus();
    else this.one(".far-off").focus();
    this.draw();
  }

  pick(use) {
    this.choose({ use });
    this.one(".uses").hidePopover();
  }

  choose(change) {
    this.choices = { ...this.choices, ...change };
    try {
      const { mode, ...kept } = this.choices;
      localStorage.setItem(REMEMBERED, JSON.stringify(kept));
    } catch {
      // A browser that remembers nothing still guides.
    }
    this.tell();
  }

  tell() {
    const { use, answers, viewer, landmarks, mode, focal } = this.choices;
    this.send.choose({ use, answers, viewer, landmarks, mode, focal, narrow: this.wide.matches, before: this.before });
    this.draw();
  }

  show(data) {
    const before = this.data;
    const decided = before?.reviewing && !data.reviewing;
    const nothing = data.refused !== before?.refused || (data.notice && !before?.notice);
    if (decided || nothing) this.decision.forget();
    this.data = data;
    this.know(data.token);
    this.camera.hear(data.size !== null);
    this.tidy(data);
    if (data.focal && data.focal !== this.choices.focal) this.choose({ focal: data.focal }); // learnt, to be remembered
    if (data.mode === "sample" && !this.camera.sample) this.camera.unasked = true;
    this.camera.sample = data.mode === "sample";
    this.shutter.hear(data);
    this.shutter.watch(this.live && data.ready && !data.reviewing, this.choices.auto);
    this.draw();
  }

  draw() {
    const data = this.data;
    if (!data) return;
    // Streamlit makes the page's scrolling part a stop of the keyboard; Start is the first one after the skip link.
    document.querySelector('[data-testid="stMain"]')?.setAttribute("tabindex", "-1");
    const stage = document.querySelector(".st-key-stage");
    stage?.style.setProperty("--aspect", data.aspect);
    stage?.setAttribute("data-mode", data.mode);
    stage?.setAttribute("data-told", data.cue ? "yes" : "no");
    this.one(".deck").dataset.mode = data.mode;
    this.one(".deck").dataset.state = this.camera.state;
    this.drawBar(data);
    this.drawOver(data);
    this.drawControls(data);
    this.drawUses(data);
    // While nothing is said yet the questions stand beside the picture; then they wait behind the use.
    const slot = data.cue ? this.one(".uses .slot") : this.one(".aside-idle .slot");
    if (this.interview.root.parentNode !== slot) slot.append(this.interview.root);
    this.interview.show(data.questions, this.choices.answers, data.intent, data.use);
    if (this.live && this.tour.open) this.tour.end(); // no tour while the camera already plays
    this.one(".aside-idle").hidden = Boolean(data.cue) || data.mode === "photos";
  }

  drawBar(data) {
    const words = data.states[this.camera.state];
    const size = this.live && data.size ? `${words} · ${data.size[0]}×${data.size[1]}` : words;
    const state = this.one(".state");
    state.dataset.state = this.camera.state;
    state.dataset.frames = data.frames;
    state.dataset.looks = data.looks;
    text(state.lastElementChild, data.mode === "photos" ? "Photographs" : size);
    for (const button of this.all(".modes button")) {
      button.setAttribute("aria-pressed", String(button.dataset.mode === data.mode));
    }
    const use = data.uses.find((one) => one.name === data.use);
    text(this.one(".use b"), use?.title ?? "");
    text(this.one(".use i"), use ? `· ${use.wants}` : "");
  }

  drawOver(data) {
    const state = this.camera.state;
    const trouble = this.camera.trouble;
    const known = trouble && data.troubles[trouble.code];
    const box = this.one(".trouble");
    box.hidden = data.mode === "photos" || (!trouble && !data.notice);
    if (trouble) {
      text(box.querySelector("b"), known ? known[0] : `The camera could not be started: ${trouble.detail || trouble.code}.`);
      text(box.querySelector("p"), known ? known[1] : "Reload the page and press Start again.");
    } else if (data.notice) {
      text(box.querySelector("b"), data.notice[0]);
      text(box.querySelector("p"), data.notice[1]);
    }
    this.one(".idle").hidden = data.mode !== "camera" || !["idle", "ended"].includes(state) || Boolean(trouble && !known) || Boolean(data.notice);
    const badge = this.one(".badge");
    badge.hidden = !(this.live && data.reads);
    text(badge.querySelector("b"), data.reads?.name ?? "");
    text(badge.querySelector("span"), data.reads?.sure ?? "");
    this.say(this.one(".say"), data);
    const far = this.one(".far-cue");
    this.say(far, data);
    text(this.one(".far-reads"), data.reads ? `${data.reads.name} ${data.reads.sure} · ${data.reads.wants}` : data.states[state]);
  }

  say(box, data) {
    const cue = this.live ? data.cue : null;
    box.dataset.kind = cue?.kind ?? "none";
    text(box.querySelector("u"), cue ? this.sign(cue) : "");
    text(box.querySelector("b"), cue?.text ?? data.states[this.camera.state]);
    const hint = box.querySelector("i");
    if (hint) text(hint, cue?.hint ?? "");
  }

  // The sitter's left is to the left on the screen in their own mirror only.
  sign(cue) {
    const mirrored = this.choices.viewer === "front";
    if (cue.direction === "left") return mirrored ? "←" : "→";
    if (cue.direction === "right") return mirrored ? "→" : "←";
    const turned = mirrored ? cue.direction : cue.direction.replace(/left|right/, (way) => (way === "left" ? "right" : "left"));
    return ARROWS[turned] ?? SIGNS[cue.kind];
  }

  drawControls(data) {
    const { timer, auto, landmarks, viewer } = this.choices;
    for (const button of this.all(".shoot, .shoot-far")) button.disabled = !this.live || data.reviewing;
    text(this.one(".timer b"), timer ? `${timer} s` : "off");
    this.one(".auto").setAttribute("aria-pressed", String(auto));
    text(this.one(".marks b"), landmarks);
    text(this.one(".viewer b"), VIEWERS[viewer]);
    this.one(".stop").hidden = !["connecting", "live", "paused", "asking"].includes(this.camera.state);
    this.one(".tray").hidden = !data.kept;
    text(this.one(".tray b"), data.kept);
    const hint = this.one(".hint");
    const phone = matchMedia("(pointer: coarse)").matches;
    hint.hidden = !(data.hint && (phone || !data.hint.phone));
    text(hint, data.hint?.text ?? "");
  }

  drawUses(data) {
    const shown = JSON.stringify([data.uses, data.problems, data.use]);
    if (shown === this.shownUses) return;
    this.shownUses = shown;
    const list = this.one(".uses .list");
    list.replaceChildren(...data.uses.map((use) => {
      const button = make("button", { type: "button", className: "option" });
      button.append(make("b", { textContent: use.title }), make("i", { textContent: use.wants.replace("wants a ", "").replace("takes ", "") }));
      button.setAttribute("aria-pressed", String(use.name === data.use));
      button.onclick = () => this.pick(use.name);
      return button;
    }));
    this.one(".uses .problems").replaceChildren(...data.problems.map((words) => make("p", { textContent: `▲ ${words}` })));
  }
}

function after(list, item) {
  return list[(list.indexOf(item) + 1) % list.length];
}

function carriesFiles(event) {
  return event.dataTransfer?.types.includes("Files");
}

function openDialog() {
  const hosts = document.querySelectorAll('[data-testid="stBidiComponentIsolated"]');
  return [...hosts].some((host) => host.shadowRoot?.querySelector("dialog[open], :popover-open"));
}

// What this browser kept, of a visit that may be years ago: only what still makes sense.
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(REMEMBERED)) ?? {};
    const fits = {
      use: (value) => typeof value === "string",
      answers: (value) => Object.prototype.toString.call(value) === "[object Object]",
      viewer: (value) => Object.hasOwn(VIEWERS, value),
      landmarks: (value) => MARKS.includes(value),
      timer: (value) => TIMERS.includes(value),
      auto: (value) => typeof value === "boolean",
      toured: (value) => typeof value === "boolean",
      focal: (value) => Number.isFinite(value),
    };
    return Object.fromEntries(Object.entries(fits).filter(([key, fit]) => fit(kept[key])).map(([key]) => [key, kept[key]]));
  } catch {
    return {};
  }
}

// Called again with every word from Python, with the same root: what lives longer hangs on it.
export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  const send = {
    choose: (choices) => setStateValue("choices", choices),
    release: () => setTriggerValue("shot", Date.now()),
    auto: () => setTriggerValue("auto", Date.now()),
    tray: () => setTriggerValue("tray", Date.now()),
    tidy: () => setTriggerValue("tidy", Date.now()),
  };
  const deck = (parentElement.deck ??= new Deck(parentElement, send));
  deck.send = send;
  deck.show(data);
  return () => queueMicrotask(() => {
    if (parentElement.host?.isConnected) return;
    deck.leave();
    delete parentElement.deck;
  });
}
