// The drill of the room on the page of its coach and of those who watch: goal, time and step; for the coach the choice,
// the buttons and the scorecard.
import { closes, make, one, text } from "./dom.js";
import { keyed } from "./room_dom.js";
import { clock, hides } from "./room_lesson.js";
import { ScoreSheet } from "./room_score.js";
import { Trainee } from "./room_trainee.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { DrillInfo } from "./school.d.ts" */

export class Practice {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    const { root, send } = bench;
    this.box = one(root, ".session .practice");
    this.sheet = new ScoreSheet(root);
    this.coach = bench.known.role === "coach";
    /** @type {readonly DrillInfo[]} */
    this.drills = [];
    this.attempt = ""; // whose scorecard was shown by itself
    /** @type {Trainee | null} */
    this.trainee = null;
    one(this.box, ".card-of").onclick = () => void this.show();
    if (!this.coach) return;
    this.dialog = one(root, "dialog.drills", HTMLDialogElement);
    closes(this.dialog);
    this.trainee = new Trainee(bench, one(this.dialog, ".trainee"));
    this.begins = one(root, "header .drill");
    this.begins.onclick = () => void this.choose();
    for (const what of /** @type {const} */ (["begin", "pause", "resume", "again"])) {
      one(this.box, `.${what}`).onclick = () => send({ kind: "drill", what });
    }
    one(this.box, ".hand-in").onclick = () => this.handIn();
    one(this.box, ".end-drill").onclick = () => send({ kind: "practise", drill: null });
    this.reveals = make("button", { type: "button", className: "reveal" });
    this.reveals.onclick = () => send({ kind: "reveal", on: !bench.known.room?.drill?.revealed });
    this.told = make("p");
    this.sheet.deeds.append(this.reveals, this.told);
  }

  handIn() {
    const { known: { room }, send } = this.bench;
    if (room?.drill) send({ kind: "hand_in", number: room.drill.number, step: room.drill.step });
  }

  async choose() {
    const { bench, dialog } = this;
    if (!dialog) return;
    const { line, settings: { lang, words } } = bench;
    try {
      const answer = await fetch("guide/room/drills", {
        headers: { ...line.header, "accept-language": lang }, cache: "no-store",
      });
      if (!answer.ok) throw new Error();
      this.drills = await answer.json();
    } catch {
      if (!this.drills.length) return bench.say(words.drill_late ?? "");
    }
    text(one(dialog, ".lead"), fill(words.drill_lead ?? "", { name: bench.known.sitter }));
    keyed(one(dialog, "ol"), this.drills, ({ id }) => id, (drill) => this.offer(drill), () => {});
    this.trainee?.draw();
    dialog.showModal();
  }

  /** @param {DrillInfo} drill */
  offer({ id, number, of, title, goal, length, short }) {
    const { bench, dialog } = this;
    const { words } = bench.settings;
    const item = make("li"), take = make("button", { type: "button" });
    const place = short ? words.drill_short : fill(words.drill_each ?? "", { number, of });
    take.append(make("i", { textContent: `${place} · ${length}` }), make("b", { textContent: title }),
      make("span", { textContent: goal }));
    take.onclick = () => {
      dialog?.close();
      bench.send({ kind: "practise", drill: id });
    };
    item.append(take);
    return item;
  }

  async show() {
    const { bench: { line, settings: { words, lang }, say }, sheet } = this;
    if (!await sheet.show(line.header, words, lang)) return say(words.score_late ?? "");
    const attempt = this.bench.known.room?.drill?.attempt;
    if (attempt) void this.trainee?.keep(attempt);
  }

  render() {
    const { box, bench: { known, settings: { words, lang } }, coach } = this;
    const { room, drilling, sitter } = known;
    const drill = room?.drill ?? null;
    box.hidden = !drill;
    if (this.begins) this.begins.hidden = !room?.see || hides(room);
    if (!drill) {
      if (this.attempt) this.sheet.close();
      this.attempt = "";
      return;
    }
    box.dataset.phase = drill.phase;
    const of = drilling?.of ?? 1;
    text(one(box, ".title"), drilling?.title ?? "");
    text(one(box, ".step"), of > 1 ? fill(words.drill_step ?? "", { step: (drilling?.step ?? 0) + 1, of }) : "");
    text(one(box, ".goal"), drilling?.goal ?? "");
    box.title = drilling?.asked.map(({ what, how }) => `${what}: ${how}`).join("\n") ?? "";
    text(one(box, ".clock b"), drilling ? clock(drilling.left, lang) : "");
    one(box, ".clock").hidden = drill.phase === "over" || !drilling;
    const waits = !coach ? "" : drill.moved ? fill(words.drill_moved ?? "", { name: sitter }) : words.drill_ready;
    const over = drill.attempt || !coach ? words.drill_over : words.drill_scoring;
    const { corrections: count } = known;
    const corrections = count === null ? "" : fill(words.drill_corrections ?? "", { count });
    const state = { ready: waits, going: corrections, paused: words.drill_paused, over }[drill.phase];
    text(one(box, ".now"), state ?? "");
    one(box, ".card-of").hidden = !drill.attempt;
    if (!coach) return;
    const on = {
      begin: ["ready"], "hand-in": ["going"], pause: ["going"], resume: ["paused"], again: ["paused", "over"],
    };
    for (const [name, phases] of Object.entries(on)) one(box, `.${name}`).hidden = !phases.includes(drill.phase);
    if (drill.attempt && drill.attempt !== this.attempt) void this.show();
    this.attempt = drill.attempt;
    if (!this.reveals || !this.told) return;
    text(this.reveals, fill((drill.revealed ? words.score_hide : words.score_show) ?? "", { name: sitter }));
    this.reveals.setAttribute("aria-pressed", String(drill.revealed));
    const kept = this.trainee?.kept.get(drill.attempt) ?? "";
    text(this.told, kept || this.trainee?.why || (words.score_unkept ?? ""));
  }
}
