// The page that tries, on the visitor's own device, all that the guide needs of it: one press, one thing after another,
// a table in words, and a file of it that the person may pass on. It sends that nowhere.
import * as camera from "./check_camera.js";
import { Bench } from "./check_bench.js";
import * as device from "./check_device.js";
import { SIGNS, counted, failed, plain, report, told } from "./check_result.js";
import * as way from "./check_way.js";
import { make, one, text, whenGone } from "./dom.js";
import { download } from "./files.js";
import { stamp } from "./picture.js";
import { voice } from "./voice.js";
import { fill, translate, write } from "./words.js";

/** @import { Result } from "./check_result.js" */
/** @import { CheckSettings, Told } from "./data.d.ts" */

// The voice first: some browsers allow it only just after a press.
/** @type {readonly [key: string, tries: (bench: Bench) => Promise<Result>][]} */
const TRIES = [
  ["secure", device.secure], ["speech", device.speech], ["tones", device.tones],
  ["front", camera.front], ["cameras", camera.cameras], ["rear", camera.rear], ["system", camera.system],
  ["controls", camera.controls], ["webrtc", way.webrtc], ["websocket", way.websocket], ["burst", camera.burst],
  ["photo", camera.photo], ["stored", device.stored], ["upload", way.upload], ["wake", device.wake],
  ["folder", device.folder],
];

class Check {
  /** @param {ShadowRoot} root */
  constructor(root) {
    this.root = root;
    /** @type {CheckSettings | null} */
    this.settings = null;
    /** @type {Bench | null} */
    this.bench = null; // while it is tried
    this.running = ""; // which one
    this.taken = "";
    /** @type {Map<string, Result>} */
    this.results = new Map();
    this.rows = new Map(TRIES.map(([key]) => [key, row()]));
    one(root, "tbody", HTMLTableSectionElement).append(...this.rows.values());
    one(root, ".start").onclick = () => void this.start();
    one(root, ".copy").onclick = () => void this.copy();
    one(root, ".save").onclick = () => this.save();
    this.ears = new AbortController();
    const { signal } = this.ears;
    addEventListener("pagehide", (event) => { if (!event.persisted) this.goodbye(); }, { signal });
  }

  goodbye() {
    if (this.settings) navigator.sendBeacon(new URL("guide/goodbye", document.baseURI), this.settings.token);
  }

  close() {
    this.ears.abort();
    this.bench?.close();
    this.bench = null;
  }

  /** @param {CheckSettings} settings */
  settle(settings) {
    const { lang, dir, words } = settings;
    this.settings = settings;
    Object.assign(document.documentElement, { lang, dir });
    translate(this.root, words);
    for (const [key, row] of this.rows) {
      write(one(row, "th b"), words[`step_${key}`] ?? "");
      write(one(row, "th small"), words[`tried_${key}`] ?? "", camera.ASKED);
      this.draw(key, this.standing(key));
    }
    this.turn(this.bench ? "tried" : this.results.size ? "over" : "idle");
  }

  /** @param {string} key */
  standing(key) {
    return this.results.get(key)?.sign ?? (this.bench && key === this.running ? "running" : "waiting");
  }

  async start() {
    const { settings } = this;
    if (this.bench || !settings) return;
    const said = one(this.root, ".said");
    const bench = this.bench = new Bench(settings, one(this.root, "video", HTMLVideoElement), said);
    device.unlock(bench);
    this.results.clear();
    this.taken = stamp(new Date());
    for (const key of this.rows.keys()) this.draw(key, "waiting");
    this.turn("tried");
    for (const [key, tries] of TRIES) {
      this.running = key;
      this.draw(key, "running");
      const result = await tries(bench).catch(failed);
      if (this.bench !== bench) return; // the page has gone
      this.results.set(key, result);
      this.draw(key, result.sign);
      this.tell(key, result);
    }
    bench.close();
    this.bench = null;
    this.turn("over");
    text(said, fill(settings.words.finished, counted(this.results)));
  }

  // By the live region, not faster than it can be followed, and only once the voice has ended.
  /**
   * @param {string} key
   * @param {Result} result
   */
  tell(key, { sign }) {
    const { words } = /** @type {CheckSettings} */ (this.settings);
    if (!this.results.has("speech")) return;
    voice.news(`${words[`step_${key}`]}: ${words[`result_${sign}`]}`);
  }

  /** @param {"idle" | "tried" | "over"} state */
  turn(state) {
    const { words } = /** @type {CheckSettings} */ (this.settings);
    one(this.root, ".check").dataset.state = state;
    const start = one(this.root, ".start");
    start.setAttribute("aria-disabled", String(state === "tried"));
    text(start, state === "idle" ? words.begin ?? "" : state === "tried" ? words.under_way ?? "" : words.again ?? "");
    one(this.root, ".end").hidden = state !== "over";
    text(one(this.root, ".copied"), "");
  }

  /**
   * @param {string} key
   * @param {Result["sign"] | "waiting" | "running"} sign
   */
  draw(key, sign) {
    const { words } = /** @type {CheckSettings} */ (this.settings);
    const row = /** @type {HTMLTableRowElement} */ (this.rows.get(key));
    const result = this.results.get(key);
    row.dataset.key = key;
    row.dataset.sign = sign;
    text(one(row, "td i"), sign in SIGNS ? SIGNS[/** @type {Result["sign"]} */ (sign)] : "");
    text(one(row, "td span"), words[`result_${sign}`] ?? "");
    text(one(row, "td small"), result ? told(result, words) : "");
  }

  get device() {
    const { width, height } = screen;
    return {
      taken: this.taken,
      agent: navigator.userAgent,
      screen: { width, height, ratio: devicePixelRatio, touch: navigator.maxTouchPoints },
      lang: this.settings?.lang ?? "",
    };
  }

  async copy() {
    const { words } = /** @type {CheckSettings} */ (this.settings);
    try {
      await navigator.clipboard.writeText(plain(this.device, this.results, words));
      text(one(this.root, ".copied"), words.copied ?? "");
    } catch {
      text(one(this.root, ".copied"), words.copy_refused ?? "");
    }
  }

  save() {
    const { words } = /** @type {CheckSettings} */ (this.settings);
    const blob = new Blob([report(this.device, this.results, words)], { type: "application/json" });
    download({ name: `framing-check-${this.taken.slice(0, 10)}.json`, blob });
  }
}

function row() {
  const row = make("tr");
  row.append(make("th", { scope: "row", innerHTML: "<b></b><small></small>" }),
    make("td", { innerHTML: '<b><i aria-hidden="true"></i><span></span></b><small></small>' }));
  return row;
}

/** @param {Told<CheckSettings, {check?: Check}>} told */
export default function ({ parentElement, data }) {
  const check = (parentElement.check ??= new Check(parentElement));
  check.settle(data);
  return whenGone(parentElement, () => {
    check.close();
    delete parentElement.check;
  });
}
