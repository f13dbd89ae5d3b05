// What the sitter is told: the pinned words or the guide's own, and what else could be asked for.
import { sign as arrow } from "./arrows.js";
import { make, one, text } from "./dom.js";
import { keyed, press, resign, sign } from "./room_dom.js";
import { plain } from "./room_plain.js";
import { hides } from "./room_lesson.js";
import { lasting, valued } from "./room_told.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */

const MOST = 8; // cues to choose from

/**
 * What stands on the sitter's screen, in the coach's words.
 * @param {Bench["known"]} known
 * @returns {{ by: "own" | "cue" | "paused" | "guide" | "nothing" | "waiting" | "drill", words: string, sign: string }}
 */
export function told({ role, room, ranked, live }) {
  if (room?.pinned) {
    const { cue, words } = room.pinned;
    const found = ranked.find((one) => one.cue === cue);
    const by = cue === null ? "own" : "cue";
    return { by, words: words || (found ? found.words : cue ?? ""), sign: "" };
  }
  if (hides(room) && role !== "coach") return { by: "drill", words: "", sign: "" };
  if (room?.paused && !hides(room)) return { by: "paused", words: "", sign: "" };
  const cue = live?.deck.cue;
  if (cue) return { by: "guide", words: cue.text, sign: arrow(cue) };
  return { by: live ? "nothing" : "waiting", words: "", sign: "" };
}

export class Cues {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    const box = this.box = one(bench.root, ".cues");
    this.coach = bench.known.role === "coach";
    if (!this.coach) return;
    const { send } = bench;
    one(box, ".pause").onclick = () => send({ kind: "pause", on: !bench.known.room?.paused });
    one(box, ".unpin").onclick = () => send({ kind: "unpin" });
    const form = one(box, "form", HTMLFormElement), input = one(form, "input", HTMLInputElement);
    form.onsubmit = (event) => {
      event.preventDefault();
      const words = plain(input.value);
      if (!words) return;
      send({ kind: "pin", cue: null, words });
      input.value = "";
    };
  }

  /** @param {number} now ms, of performance */
  render(now) {
    const { known, settings: { words, lang }, send } = this.bench;
    const { box, coach } = this;
    const name = known.sitter, { room } = known;
    if (!room) return;
    const found = told(known);
    const drill = hides(room);
    text(one(box, "h2"), drill && coach ? words.drill_cues ?? "" : fill(words.is_told ?? "", { name }));
    box.classList.toggle("drills-on", drill);
    const card = one(box, ".told");
    card.dataset.by = found.by;
    const kept = {
      drill: words.drill_on, paused: words.guide_paused, nothing: words.nothing_told, waiting: words.waiting_looks,
    };
    const said = found.by in kept ? kept[/** @type {keyof typeof kept} */ (found.by)] : found.words;
    text(one(card, "b"), said ?? "");
    const mark = one(card, ".sign");
    text(mark, found.sign);
    mark.hidden = !found.sign && !room.pinned;
    if (room.pinned && !mark.firstElementChild) mark.replaceChildren(sign("pin"));
    const time = lasting((now - (known.pinned ?? now)) / 1000, lang, words.counts ?? "");
    const beside = found.by === "paused" ? (coach ? words.guide_paused_beside : words.guide_paused_watching)
      : !room.pinned ? (found.by === "guide" ? words.by_guide : "")
        : !coach ? words.pinned_by_coach : words[`pinned_${found.by}`];
    text(one(card, "i"), fill(beside ?? "", { name, time }));
    const values = valued(known.live?.panel); // how far it is off, as the checklist has it
    const most = coach ? MOST : MOST / 2;
    keyed(one(box, ".ranked"), known.ranked.slice(0, most), ({ cue }) => cue, () => this.begin(), (row, cue) => {
      row.dataset.kind = cue.symbol;
      row.classList.toggle("pinned", room.pinned?.cue === cue.cue);
      text(one(row, "b"), cue.words);
      text(one(row, "i"), values.get(cue.cue.split(".")[0] ?? "") ?? "");
      const pin = row.querySelector("button");
      if (!pin) return;
      press(pin, room.pinned?.cue === cue.cue);
      pin.setAttribute("aria-label", fill(words.pin_cue ?? "", { cue: cue.words }));
      const pinned = room.pinned?.cue === cue.cue;
      pin.onclick = () => send(pinned ? { kind: "unpin" } : { kind: "pin", cue: cue.cue, words: null });
    });
    if (!coach) return;
    one(box, ".unpin").hidden = !room.pinned;
    const pause = one(box, ".pause");
    press(pause, room.paused);
    resign(pause, room.paused ? "play" : "pause");
    text(one(pause, "span"), (room.paused ? words.resume : words.pause) ?? "");
    const input = one(box, "input", HTMLInputElement);
    input.placeholder = fill(words.own_words ?? "", { name });
    input.setAttribute("aria-label", input.placeholder);
  }

  begin() {
    const row = make("li", { innerHTML: '<b dir="auto"></b><i></i>' });
    row.prepend(sign("warn"));
    if (!this.coach) return row;
    const pin = make("button", { type: "button" });
    pin.append(sign("pin"), make("span", { textContent: this.bench.settings.words.pin ?? "" }));
    row.append(pin);
    return row;
  }
}
