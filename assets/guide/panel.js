// What the picture reads as, why, and every reading. The elements stay and move: only what changed is drawn again.
import { drawCuts } from "./cuts.js";
import { closes, make, one, redraw, text, whenGone } from "./dom.js";
import { feed } from "./feed.js";
import { Group } from "./group.js";
import { Lesson } from "./lesson.js";
import { Otherwise } from "./otherwise.js";
import { Rows } from "./rows.js";
import { fill, translate } from "./words.js";
import { Calibration } from "./calibration.js";

/** @import { PanelSettings, Told } from "./data.d.ts" */
/** @import { Card as GroupData, Headline, PanelLive, Reason } from "./live.d.ts" */
/** @import { About } from "./lesson.js" */
/** @import { Words } from "./words.js" */

class Panel {
  /** @param {ShadowRoot} root */
  constructor(root) {
    this.root = root;
    this.asks = { look: () => {}, distance: (/** @type {number} */ _) => {} };
    /** @type {PanelSettings | null} */
    this.settings = null;
    /** @type {PanelLive | null} */
    this.live = null;
    this.lesson = new Lesson(one(root, ".lesson", HTMLDialogElement));
    this.all = one(root, ".all", HTMLDialogElement);
    this.allRows = new Rows(one(root, ".all > div"), (about) => this.teach(about));
    this.otherwise = new Otherwise(one(root, "dialog.otherwise", HTMLDialogElement));
    this.taught = ""; // the measure whose lesson is open
    this.one(".see-otherwise.verdict").onclick = () => this.seeOtherwise("verdict", "reads_as");
    this.one(".lesson .see-otherwise").onclick = () => this.seeOtherwise("reading", this.taught);
    this.one(".cue-otherwise button").onclick = () => this.seeOtherwise("cue", this.live?.cue?.id ?? "");
    this.opened = ""; // the key of the group whose readings are all shown
    this.calibration = new Calibration(one(root, ".calibration"), {
      look: () => this.asks.look(),
      distance: (centimetres) => this.asks.distance(centimetres),
    });
    /** @type {Map<string, HTMLButtonElement>} */
    this.reasons = new Map();
    /** @type {Map<string, Group>} */
    this.groups = new Map();
    /** @type {readonly GroupData[]} */
    this.shown = []; // the cards as they are on the page, which stay while nothing of them is new
    /** @type {Words | null} */
    this.words = null; // and the words that they were shown with
    /** @type {(() => void) | null} */
    this.told = null; // what ends being told each look
    closes(this.all);
    this.all.onclose = () => { this.opened = ""; };
  }

  close() {
    this.told?.();
  }

  // Told each look, as beside the camera.
  listen() {
    this.told = feed.listen({
      look: ({ time, panel, stage }) => {
        const shown = this.one(".panel").dataset;
        if (shown.time === String(time)) return; // no new look
        this.update(panel);
        drawCuts(this.one(".delivers"), stage?.cuts ?? []);
        shown.time = String(time);
      },
    });
  }

  /** @param {string} selector */
  one(selector) { return one(this.root, selector); }

  // What comes when the person has done something.
  /** @param {PanelSettings} settings */
  settle(settings) {
    this.settings = settings;
    translate(this.root, settings.words);
    this.draw();
  }

  // What comes with every look.
  /** @param {PanelLive | null} live nothing while there is no guidance */
  update(live) {
    this.live = live;
    this.draw();
  }

  draw() {
    this.one(".panel").hidden = !this.live;
    if (this.settings && this.live) this.render(this.settings, this.live);
  }

  /**
   * @param {PanelSettings} settings
   * @param {PanelLive} live
   */
  render({ words, layout }, live) {
    this.one(".panel").dataset.layout = layout;
    this.one(".panel").dataset.ready = String(live.ready);
    this.drawReads(live.reads, words);
    for (const reason of live.reasons) this.drawReason(reason, words);
    text(this.one(".boundary-words"), live.boundary);
    this.one(".cue-otherwise").hidden = !live.cue?.id;
    text(this.one(".cue-otherwise span"), live.cue?.id ? live.cue.text : "");
    const groups = live.groups ?? [];
    if (groups !== this.shown || words !== this.words) {
      for (const group of groups) this.group(group.key).render(group, words);
      this.shown = groups;
      this.words = words;
    }
    const opened = groups.find((group) => group.key === this.opened);
    if (opened) this.drawAll(opened, live, words);
  }

  /**
   * @param {Headline} reads
   * @param {Words} words
   */
  drawReads(reads, words) {
    text(this.one(".reads h2 b"), reads.name);
    text(this.one(".reads h2 i"), reads.sure);
    const gauge = this.one(".gauge");
    const at = reads.at;
    gauge.dataset.placed = String(at !== null);
    gauge.dataset.reads = reads.state;
    gauge.setAttribute("aria-label", at === null ? words.not_placed : fill(words.placed, { percent: Math.round(at) }));
    if (at !== null) gauge.style.setProperty("--at", String(at));
    text(this.one(".wants"), reads.wants);
    this.one(".wants").dataset.agrees = String(reads.agrees);
    text(this.one(".by"), reads.weights);
    this.one(".by").hidden = !reads.weights;
  }

  /**
   * @param {Reason} reason
   * @param {Words} words
   */
  drawReason({ difference, title, lean, at, because, numbers }, words) {
    const line = this.reasons.get(difference) ?? this.reason(difference);
    line.dataset.lean = lean;
    line.title = numbers;
    line.style.setProperty("--at", String(at));
    line.onclick = () => this.teach({ name: `difference_${difference}`, title, because, number: numbers });
    text(one(line, "b"), title);
    text(one(line, "p"), because);
    one(line, ".lean").setAttribute("aria-label", words[`leans_${lean}`]);
  }

  /** @param {string} difference */
  reason(difference) {
    const line = make("button", { type: "button", className: "reason" });
    line.innerHTML = "<b></b><span class='lean' role='img'><u></u></span><p></p>";
    this.one(".reasons").append(line);
    this.reasons.set(difference, line);
    return line;
  }

  /** @param {string} key */
  group(key) {
    const known = this.groups.get(key);
    if (known) return known;
    const group = new Group(() => this.open(key), (about) => this.teach(about));
    this.one(".strip").append(group.card);
    this.groups.set(key, group);
    return group;
  }

  /** @param {string} key */
  open(key) {
    this.opened = key;
    this.draw();
    this.all.showModal();
  }

  /**
   * @param {GroupData} group
   * @param {PanelLive} live
   * @param {Words} words
   */
  drawAll({ key, title, rows, drawing }, live, words) {
    text(one(this.all, "h2"), title);
    redraw(one(this.all, "figure"), drawing);
    this.allRows.render(rows, words);
    this.calibration.render(key === "you" ? live.calibration : null);
  }

  /** @param {About} about */
  teach(about) {
    if (!this.settings) return;
    this.taught = about.name;
    this.one(".lesson .see-otherwise").hidden = about.name.startsWith("difference_");
    void this.lesson.open(about, this.settings.words);
  }

  /**
   * @param {"verdict" | "cue" | "reading"} kind
   * @param {string} what
   */
  seeOtherwise(kind, what) {
    if (!this.settings) return;
    const { words, session, moment } = this.settings;
    void this.otherwise.open(words, session, { kind, what, attempt: null, moment: moment || null });
  }
}

/** @param {Told<PanelSettings | (PanelSettings & PanelLive), {panel?: Panel}>} told */
export default function ({ parentElement, data, setTriggerValue }) {
  const panel = (parentElement.panel ??= new Panel(parentElement));
  panel.asks = {
    look: () => setTriggerValue("look", Date.now()),
    distance: (centimetres) => setTriggerValue("distance", centimetres),
  };
  panel.settle(data);
  if ("groups" in data) panel.update(data); // one look, as of a finished picture
  else if (!panel.told) panel.listen();
  return whenGone(parentElement, () => {
    panel.close();
    delete parentElement.panel;
  });
}
