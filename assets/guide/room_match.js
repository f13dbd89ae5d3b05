// A picture that the sitter's is to match: chosen by the coach, with its score, and its outline over the picture.
import { closes, make, one, text } from "./dom.js";
import { keyed } from "./room_dom.js";
import { hides } from "./room_lesson.js";
import { standing } from "./room_state.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { RoomPicture } from "./room.d.ts" */
/** @import { RoomStage } from "./room_stage.js" */

export class Match {
  /**
   * @param {Bench} bench
   * @param {RoomStage} stage
   */
  constructor(bench, stage) {
    this.bench = bench;
    this.stage = stage;
    this.box = one(bench.root, ".session .matched");
    const strength = one(this.box, "input", HTMLInputElement);
    strength.oninput = () => {
      stage.strength = Number(strength.value) / 100;
      stage.ask();
    };
    this.own = { id: "", address: "" }; // the coach's own photograph
    if (bench.known.role !== "coach") return;
    one(this.box, ".unpin-match").onclick = () => bench.send({ kind: "match", picture: null });
    this.dialog = one(bench.root, "dialog.pins", HTMLDialogElement);
    closes(this.dialog);
    this.opens = one(bench.root, "header .match");
    this.opens.onclick = () => this.choose();
    const input = one(this.dialog, "input", HTMLInputElement);
    input.onchange = () => void this.send(input);
  }

  choose() {
    const { dialog, bench: { known: { room, previews, sitter }, settings: { words } } } = this;
    if (!dialog || !room) return;
    text(one(dialog, ".lead"), fill(words.match_lead ?? "", { name: sitter }));
    text(one(dialog, ".wrong"), "");
    const shown = room.pictures.filter((one) => previews.has(one.id) && standing(one) !== "held");
    keyed(one(dialog, "ol"), shown, ({ id }) => id, (picture) => this.offer(picture), () => {});
    dialog.showModal();
  }

  /** @param {RoomPicture} picture */
  offer({ id, number }) {
    const { dialog, bench: { known, send, settings: { words } } } = this;
    const item = make("li"), take = make("button", { type: "button" });
    const alt = fill(words.match_take ?? "", { number });
    take.append(make("img", { src: known.previews.get(id) ?? "", alt }));
    take.onclick = () => {
      dialog?.close();
      send({ kind: "match", picture: id });
    };
    item.append(take);
    return item;
  }

  /** @param {HTMLInputElement} input */
  async send(input) {
    const { dialog, bench } = this;
    const { line, settings: { words, lang } } = bench;
    const [file] = input.files ?? [];
    if (!file || !dialog) return;
    const says = one(dialog, ".wrong");
    text(says, words.match_reading ?? "");
    try {
      const headers = { ...line.header, "accept-language": lang };
      const answer = await fetch("guide/room/reference", { method: "POST", headers, body: file });
      const said = await answer.json();
      if (!answer.ok) return text(says, String(said.error ?? ""));
      URL.revokeObjectURL(this.own.address);
      this.own = { id: said.id, address: URL.createObjectURL(file) };
      text(says, "");
      bench.send({ kind: "match", picture: said.id });
      dialog.close();
    } catch {
      text(says, words.match_failed ?? "");
    } finally {
      input.value = "";
    }
  }

  /** @param {string} id */
  address(id) {
    const { own, bench: { known, line, settings: { lang }, ask } } = this;
    const found = known.previews.get(id) ?? (own.id === id ? own.address : "");
    if (found || own.id === id || known.role !== "coach") return found;
    this.own = { id, address: "" }; // once more, after this page was loaded again
    void fetch(`guide/room/reference/${id}`, { headers: { ...line.header, "accept-language": lang } })
      .then((answer) => (answer.ok ? answer.blob() : null))
      .then((data) => {
        if (data && this.own.id === id) this.own.address = URL.createObjectURL(data);
        ask();
      })
      .catch(() => {});
    return "";
  }

  render() {
    const { box, bench: { known: { room, matching }, settings: { words } } } = this;
    const id = room?.match ?? null;
    box.hidden = !id;
    if (this.opens) this.opens.hidden = !room?.see || hides(room) || Boolean(id);
    this.stage.ghost = matching?.ghost.lines ?? null;
    if (!id) return;
    const shown = one(box, "img", HTMLImageElement), address = this.address(id);
    shown.hidden = !address;
    if (address && shown.src !== address) shown.src = address;
    const score = matching ? matching.score : null;
    text(one(box, ".told-match"), matching
      ? score === null ? words.match_none ?? "" : fill(words.match_score ?? "", { score })
      : words.match_reading ?? "");
    text(one(box, ".lacking"), matching?.lacking.join(" ") ?? "");
    box.title = matching?.asked.map(({ what, how }) => `${what}: ${how}`).join("\n") ?? "";
  }
}
