// What can be set of the camera itself: which one, what it lets be changed, and the way its picture takes to the guide.
import { abilities, set } from "./capture.js";
import { make, one, text } from "./dom.js";
import { fill } from "./words.js";

/** @import { Capture } from "./capture.js" */
/** @import { Choices } from "./choices.js" */
/** @import { Known } from "./link_state.js" */
/** @import { Words } from "./words.js" */

export class CameraMenu {
  /**
   * @param {HTMLElement} root
   * @param {Capture} capture
   * @param {(change: Partial<Choices>) => void} choose
   */
  constructor(root, capture, choose) {
    this.root = root;
    this.capture = capture;
    /** @type {Words} */
    this.words = {};
    /** @type {readonly MediaDeviceInfo[]} */
    this.devices = [];
    this.shown = ""; // the track whose settings stand there
    this.device = one(root, ".device", HTMLSelectElement);
    this.way = one(root, ".link", HTMLSelectElement);
    this.ears = new AbortController();
    const { signal } = this.ears;
    this.device.addEventListener("change", () => choose({ device: this.device.value }), { signal });
    const way = () => choose({ link: /** @type {Choices["link"]} */ (this.way.value) });
    this.way.addEventListener("change", way, { signal });
    const list = () => void this.list();
    navigator.mediaDevices?.addEventListener?.("devicechange", list, { signal });
    root.addEventListener("toggle", list, { signal });
  }

  close() { this.ears.abort(); }

  async list() {
    const all = await navigator.mediaDevices?.enumerateDevices?.().catch(() => []) ?? [];
    this.devices = all.filter((device) => device.kind === "videoinput");
  }

  /**
   * @param {Words} words
   * @param {Choices} choices
   * @param {Known["why"]} why
   */
  draw(words, choices, why) {
    this.words = words;
    const { track } = this.capture;
    const there = this.devices.map((device, at) => [device.deviceId, this.named(device, at)]);
    const names = [["", words.camera_default ?? ""], ...there];
    this.options(this.device, names);
    this.device.value = choices.device;
    if (!this.device.value) this.device.value = "";
    this.way.value = choices.link;
    const said = why && words[`link_${why}`];
    one(this.root, ".left").hidden = !said;
    text(one(this.root, ".left"), said || "");
    if (this.shown === (track?.id ?? "")) return;
    this.shown = track?.id ?? "";
    void this.list();
    one(this.root, ".abilities").replaceChildren(...(track ? this.sliders(track) : []));
  }

  /**
   * @param {MediaDeviceInfo} device
   * @param {number} at
   */
  named({ label }, at) {
    const phone = /\b(front|back|rear)\b/i.exec(label)?.[1]?.toLowerCase();
    const side = phone && matchMedia("(pointer: coarse)").matches ? (phone === "front" ? "front" : "rear") : null;
    if (side) return this.words[`camera_${side}`] ?? label;
    return label || fill(this.words.camera_number, { number: at + 1 });
  }

  /**
   * @param {HTMLSelectElement} select
   * @param {readonly (readonly string[])[]} names
   */
  options(select, names) {
    const stands = [...select.options].map(({ value, textContent }) => [value, textContent]);
    if (JSON.stringify(stands) === JSON.stringify(names)) return;
    const made = names.map(([value = "", name = ""]) => make("option", { value, textContent: name }));
    select.replaceChildren(...made);
  }

  /** @param {MediaStreamTrack} track */
  sliders(track) {
    const capabilities = /** @type {Record<string, unknown>} */ (track.getCapabilities?.() ?? {});
    const settings = /** @type {Record<string, unknown>} */ (track.getSettings());
    return abilities(capabilities, settings).map(({ name, range, value }) => {
      const label = make("label");
      const input = make("input", { type: range ? "range" : "checkbox", checked: value > 0 });
      if (range) {
        const { min, max, step } = range;
        const steps = { min: String(min), max: String(max), step: String(step || (max - min) / 100) };
        Object.assign(input, steps, { value: String(value) }); // in this order: a value is cut to its range
      }
      input.addEventListener("input", () => {
        void set(track, name, range ? Number(input.value) : input.checked);
      });
      label.append(make("span", { textContent: this.words[`ability_${name}`] ?? name }), input);
      return label;
    });
  }
}
