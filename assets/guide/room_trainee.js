// Who practises in this room: named by the coach, with their consent; without a name nothing is kept.
import { one, text } from "./dom.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */

const KEY = "framing-room-trainee"; // of this tab: the next room begins without one

export class Trainee {
  /**
   * @param {Bench} bench
   * @param {HTMLElement} box
   */
  constructor(bench, box) {
    this.bench = bench;
    this.box = box;
    this.who = recalled();
    this.why = ""; // the last attempt could not be kept
    /** @type {Map<string, string>} */
    this.kept = new Map(); // what is said of attempts that are kept
    one(box, "form", HTMLFormElement).onsubmit = (event) => {
      event.preventDefault();
      void this.enrol();
    };
    one(box, ".forget").onclick = () => this.forget();
  }

  draw() {
    const { box, who, bench: { settings: { words } } } = this;
    one(box, "form").hidden = Boolean(who);
    one(box, ".named").hidden = !who;
    text(one(box, ".named span"), who ? fill(words.trainee_kept ?? "", { name: who.name }) : "");
    text(one(box, ".wrong"), this.why);
  }

  async enrol() {
    const name = one(this.box, "input[type=text]", HTMLInputElement).value.trim();
    const pictures = one(this.box, "input[type=checkbox]", HTMLInputElement).checked;
    if (!name) return;
    const said = await this.ask("guide/room/trainees", { name, pictures });
    if (said) this.remember({ name, token: String(said.token) });
    this.draw();
  }

  forget() {
    this.remember(null);
    this.draw();
  }

  /** @param {string} attempt */
  async keep(attempt) {
    const { who, kept, bench } = this;
    if (!who || kept.has(attempt)) return;
    const said = await this.ask("guide/room/score/kept", { trainee: who.token });
    if (said) kept.set(attempt, fill(bench.settings.words.score_kept ?? "", { name: who.name }));
    bench.ask();
  }

  /**
   * @param {string} path
   * @param {object} body
   * @returns {Promise<Record<string, unknown> | null>} null where it was refused: `why` says so
   */
  async ask(path, body) {
    const { line, settings: { lang, words } } = this.bench;
    this.why = "";
    try {
      const headers = { "content-type": "application/json", ...line.header, "accept-language": lang };
      const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
      const said = await answer.json();
      if (answer.ok) return said;
      this.why = String(said.error ?? "");
    } catch {
      this.why = words.open_failed ?? "";
    }
    return null;
  }

  /** @param {{ name: string, token: string } | null} who */
  remember(who) {
    this.who = who;
    try {
      if (who) sessionStorage.setItem(KEY, JSON.stringify(who));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Then a reload asks once more.
    }
  }
}

/** @returns {{ name: string, token: string } | null} */
function recalled() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}
