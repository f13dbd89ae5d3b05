// A drill on the sitter's page, where the assistant stands: goal, time and step, and no word of the guide.
// And a picture to match: its outline, and how well it is matched.
import { make, one, text } from "./dom.js";
import { clock, hides, lesson } from "./room_lesson.js";
import { ScoreSheet } from "./room_score.js";
import { fill } from "./words.js";

/** @import { InkCanvas } from "./sitter_canvas.js" */
/** @import { Drilling, Matching, RoomView, ToServer } from "./room.d.ts" */
/** @import { Words } from "./words.js" */

/**
 * @typedef {object} Sight
 * @property {Words} words
 * @property {string} lang
 * @property {RoomView | null} room
 * @property {string} coach their name
 */

export class SitterDrill {
  /**
   * @param {ParentNode} root
   * @param {InkCanvas} ink
   * @param {{ send: (message: ToServer) => unknown, header: () => Record<string, string> }} line
   */
  constructor(root, ink, line) {
    this.ink = ink;
    this.line = line;
    this.box = one(root, ".sitter .practice");
    this.deck = one(root, ".deck");
    this.asked = one(root, ".sitter .asked-for");
    this.match = one(root, ".sitter .matched");
    this.sheet = new ScoreSheet(root);
    /** @type {{ drilling: Drilling | null, matching: Matching | null }} */
    this.told = { drilling: null, matching: null };
    /** @type {Sight | null} */
    this.sight = null;
    this.shut = 0; // the run whose end was read
    this.seen = ""; // the scorecard that was shown by itself
    one(this.box, ".hand-in").onclick = () => this.handIn();
    one(this.box, ".card-of").onclick = () => void this.show();
    one(this.box, ".shut").onclick = () => {
      this.shut = this.sight?.room?.drill?.number ?? 0;
      this.redraw();
    };
    const strength = one(this.match, "input", HTMLInputElement);
    strength.oninput = () => {
      ink.strength = Number(strength.value) / 100;
      ink.ask();
    };
  }

  /** @param {Drilling | Matching} message */
  hear(message) {
    if (message.kind === "drilling") this.told.drilling = message;
    else this.told.matching = message;
    this.redraw();
  }

  handIn() {
    const drill = this.sight?.room?.drill;
    if (drill) this.line.send({ kind: "hand_in", number: drill.number, step: drill.step });
  }

  async show() {
    const { sight } = this;
    if (sight) await this.sheet.show(this.line.header(), sight.words, sight.lang);
  }

  redraw() { if (this.sight) this.draw(this.sight); }

  /** @param {Sight} sight */
  draw(sight) {
    this.sight = sight;
    const { room, words, lang, coach } = sight;
    if (room) this.told = lesson(room, this.told);
    const { drilling, matching } = this.told;
    const drill = room?.drill && room.drill.number !== this.shut ? room.drill : null;
    this.deck.dataset.practice = drill ? "on" : "off";
    this.deck.dataset.hides = hides(room) ? "yes" : "no";
    this.drawAsked(hides(room) ? drilling : null);
    this.box.hidden = !drill;
    this.drawMatch(room?.match ? matching : null, words);
    if (!drill) return;
    const say = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) =>
      fill(words[`room_drill_${key}`] ?? "", { coach, ...values });
    this.box.dataset.phase = drill.phase;
    const of = drilling?.of ?? 1, step = (drilling?.step ?? 0) + 1;
    text(one(this.box, ".title"), drilling?.title ?? "");
    text(one(this.box, ".step"), of > 1 ? say("step", { step, of }) : "");
    text(one(this.box, ".now"), drill.phase === "going" ? "" : say(drill.phase));
    text(one(this.box, ".goal"), drilling?.goal ?? "");
    text(one(this.box, ".clock b"), drilling ? clock(drilling.left, lang) : "");
    one(this.box, ".clock").hidden = drill.phase === "over";
    const alone = one(this.box, ".alone");
    alone.hidden = !hides(room);
    alone.classList.toggle("pinned-words", Boolean(room?.pinned));
    text(alone, room?.pinned?.words ?? say("alone"));
    one(this.box, ".hand-in").hidden = drill.phase !== "going";
    one(this.box, ".card-of").hidden = !drill.attempt;
    one(this.box, ".shut").hidden = drill.phase !== "over";
    if (drill.attempt && drill.attempt !== this.seen) void this.show();
    if (!drill.attempt && this.sheet.shown) this.sheet.close(); // the coach hides it again
    this.seen = drill.attempt;
  }

  /** @param {Drilling | null} drilling */
  drawAsked(drilling) {
    this.asked.hidden = !drilling?.asked.length;
    const list = one(this.asked, "dl");
    const shown = drilling?.asked.map(({ what, how }) => `${what}\n${how}`).join("\n\n") ?? "";
    if (list.dataset.shown === shown) return;
    list.dataset.shown = shown;
    list.replaceChildren(...(drilling?.asked ?? []).flatMap(({ what, how }) => [
      make("dt", { textContent: what }), make("dd", { textContent: how })]));
  }

  /**
   * @param {Matching | null} matching
   * @param {Words} words
   */
  drawMatch(matching, words) {
    this.match.hidden = !matching;
    const lines = matching?.ghost.lines ?? null;
    if (this.ink.ghost !== lines) {
      this.ink.ghost = lines;
      this.ink.ask();
    }
    const { score = null } = matching ?? {};
    text(one(this.match, ".told-match"), score === null ? "" : fill(words.room_match_score ?? "", { score }));
  }

  // The room is left.
  close() {
    this.told = { drilling: null, matching: null };
    this.sheet.close();
    this.seen = "";
    if (this.sight) this.draw({ ...this.sight, room: null });
  }
}
