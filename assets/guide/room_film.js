// The release and what it brought: the strip of pictures, the stars, two beside each other, originals, and the zip.
import { closes, make, one, text } from "./dom.js";
import { download } from "./files.js";
import { fileName } from "./picture_server.js";
import { enable, keyed, press, sign } from "./room_dom.js";
import { originals, paired, standing } from "./room_state.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { RoomPicture } from "./room.d.ts" */

const AFTER = /** @type {const} */ ([0, 3, 5, 10]); // seconds
const ROUND = 2 * Math.PI * 23; // of the ring on the release
const RING = `<svg viewBox="0 0 52 52"><circle cx="26" cy="26" r="23"/>
  <circle class="left" cx="26" cy="26" r="23"/></svg><b></b>`;

export class Film {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    const { root } = bench;
    this.box = one(root, ".foot");
    this.both = one(root, "dialog.both", HTMLDialogElement);
    /** @type {0 | 3 | 5 | 10} */
    this.after = 3;
    /** @type {readonly string[]} */
    this.pair = [];
    this.seen = 0; // how many there were
    this.zips = false;
    /** @type {Map<string, string>} */
    this.originals = new Map(); // addresses of originals that were fetched to be looked at
    closes(this.both);
    one(this.box, ".count").innerHTML = RING;
    one(this.box, ".shoot").onclick = () => this.shoot();
    one(this.box, ".after").append(...AFTER.map((seconds) => make("button", {
      type: "button", value: String(seconds), onclick: () => { this.after = seconds; bench.ask(); },
    })));
    one(this.box, ".compare").onclick = () => this.compare();
    one(this.box, ".ask").onclick = () => this.request();
    one(this.box, ".zip").onclick = () => void this.zip();
  }

  close() {
    for (const address of this.originals.values()) URL.revokeObjectURL(address);
  }

  get busy() {
    const doing = this.bench.known.room?.doing;
    return Boolean(doing && (doing.countdown !== null || doing.taking));
  }

  shoot() {
    const { send, known } = this.bench;
    if (this.busy) send({ kind: "stop" });
    else if (known.room?.see) send({ kind: "take", after: this.after });
    else this.bench.say(fill(this.bench.settings.words.no_consent ?? "", { name: known.sitter }));
  }

  render() {
    const { known: { room, sitter }, settings: { words } } = this.bench;
    if (!room) return;
    const { doing, pictures } = room;
    const left = doing?.countdown ?? null;
    text(one(this.box, ".do b"), (this.busy ? words.take_stop : words.take_five) ?? "");
    const count = one(this.box, ".count");
    count.classList.toggle("taking", Boolean(doing?.taking));
    text(one(count, "b"), doing?.taking ? "●" : left ?? (this.after || "●"));
    const ring = count.querySelector(".left");
    const share = left === null ? 1 : left / Math.max(this.after, left, 1);
    ring?.setAttribute("style", `stroke-dasharray:${(share * ROUND).toFixed(1)} ${ROUND.toFixed(1)}`);
    for (const button of one(this.box, ".after").querySelectorAll("button")) {
      const seconds = Number(button.value);
      text(button, seconds ? fill(words.after_seconds ?? "", { seconds }) : words.after_0 ?? "");
      press(button, seconds === this.after);
    }
    this.strip(pictures);
    const { here, wanted } = originals(pictures);
    const counted = fill(words.counted ?? "", { taken: pictures.length, here: here.length });
    text(one(this.box, ".counted"), pictures.length ? counted : "");
    one(this.box, ".newest").hidden = !pictures.length;
    const empty = one(this.box, ".empty");
    empty.hidden = pictures.length > 0;
    const stay = room.see && !room.pictures_go;
    text(empty, fill((stay ? words.pictures_stay : words.no_pictures) ?? "", { name: sitter }));
    this.pair = this.pair.filter((id) => pictures.some((one) => one.id === id));
    enable(one(this.box, ".compare"), this.pair.length > 0);
    enable(one(this.box, ".ask"), wanted.length > 0);
    enable(one(this.box, ".zip"), here.length > 0 && !this.zips);
    text(one(this.box, ".ask i"), wanted.length || "");
    text(one(this.box, ".zip i"), here.length || "");
    if (this.both.open) this.beside();
  }

  /** @param {readonly RoomPicture[]} pictures */
  strip(pictures) {
    const list = one(this.box, ".film ol");
    keyed(list, pictures, ({ id }) => id, () => begin(), (item, picture, at) => this.draw(item, picture, at));
    if (pictures.length > this.seen) list.scrollLeft = document.dir === "rtl" ? -list.scrollWidth : list.scrollWidth;
    this.seen = pictures.length;
  }

  /**
   * @param {HTMLElement} item
   * @param {RoomPicture} picture
   * @param {number} at
   */
  draw(item, picture, at) {
    const { known: { previews, sitter }, settings: { words }, send } = this.bench;
    const { id, starred, share } = picture;
    const state = standing(picture);
    const said = fill(words[`original_${state}`] ?? "", { name: sitter, share: Math.round(100 * share) });
    item.dataset.state = state;
    const pick = one(item, ".pick"), star = one(item, ".star"), image = one(item, "img", HTMLImageElement);
    const place = this.pair.indexOf(id);
    press(pick, place >= 0);
    text(one(item, "em"), place < 0 ? "" : place ? "B" : "A");
    pick.setAttribute("aria-label", fill(words.picture_number ?? "", { number: at + 1, state: said }));
    pick.onclick = () => { this.pair = paired(this.pair, id); this.bench.ask(); };
    const address = previews.get(id) ?? "";
    if (image.getAttribute("src") !== address && address) image.src = address;
    image.hidden = !address || state === "held";
    press(star, starred);
    star.setAttribute("aria-label", fill(words.star ?? "", { number: at + 1 }));
    star.onclick = () => send({ kind: "star", id, on: !starred });
    star.hidden = state === "held";
    one(item, ".bar").style.inlineSize = state === "sending" ? `${100 * share}%` : "0";
    const name = state === "here" ? "tick" : state === "held" || state === "gone" ? "none" : "ring";
    item.querySelector(".is use")?.setAttribute("href", `#i-${name}`);
    text(one(item, ".is span"), said);
  }

  compare() {
    if (!this.pair.length) {
      this.bench.say(this.bench.settings.words.choose_two ?? "");
      return;
    }
    this.both.showModal();
    this.beside();
  }

  // With the original where it is here.
  beside() {
    const { known: { room, previews, sitter }, settings: { words }, send } = this.bench;
    const pictures = room?.pictures ?? [];
    const chosen = this.pair.flatMap((id) => pictures.find((one) => one.id === id) ?? []);
    if (!chosen.length) this.both.close();
    keyed(one(this.both, "div"), chosen, ({ id }) => id, () => {
      const figure = make("figure");
      const caption = make("figcaption");
      const star = make("button", { type: "button", className: "star" });
      star.append(sign("star"));
      caption.append(make("em"), make("span"), star);
      figure.append(make("img", { alt: "" }), caption);
      return figure;
    }, (figure, picture, at) => {
      const { id, width, height, starred } = picture;
      const state = standing(picture);
      if (state === "here") void this.fetched(id);
      const image = one(figure, "img", HTMLImageElement);
      const address = (state === "here" ? this.originals.get(id) : "") ?? "";
      const shown = address || (previews.get(id) ?? "");
      if (image.getAttribute("src") !== shown) image.src = shown;
      image.hidden = state === "held";
      const number = pictures.indexOf(picture) + 1;
      const said = fill(words[`original_${state}`] ?? "", { name: sitter, share: Math.round(100 * picture.share) });
      image.alt = fill(words.picture_number ?? "", { number, state: said });
      text(one(figure, "em"), at ? "B" : "A");
      text(one(figure, "span"), `${image.alt} · ${fill(words.picture_size ?? "", { width, height })}`);
      const star = one(figure, ".star");
      press(star, starred);
      star.setAttribute("aria-label", fill(words.star ?? "", { number }));
      star.onclick = () => send({ kind: "star", id, on: !starred });
    });
  }

  /** @param {string} id */
  async fetched(id) {
    if (this.originals.has(id)) return;
    this.originals.set(id, "");
    try {
      const { header } = this.bench.line;
      const answer = await fetch(new URL(`guide/room/originals/${id}`, document.baseURI), { headers: header });
      if (!answer.ok) return; // the preview stays
      this.originals.set(id, URL.createObjectURL(await answer.blob()));
      this.bench.ask();
    } catch {
      this.originals.delete(id); // the next look at it tries again
    }
  }

  request() {
    const { known: { room }, settings: { words }, send, say } = this.bench;
    const ids = originals(room?.pictures ?? []).wanted.map(({ id }) => id).slice(-50);
    if (!ids.length) return;
    send({ kind: "originals", ids });
    say(fill(words.asked_originals ?? "", { count: ids.length }));
  }

  async zip() {
    const { known: { room }, line, settings: { words }, say } = this.bench;
    if (this.zips) return;
    if (!originals(room?.pictures ?? []).here.length) {
      say(words.zip_none ?? "");
      return;
    }
    this.zips = true;
    this.bench.ask();
    say(words.zip_made ?? "");
    try {
      const answer = await fetch(new URL("guide/room/zip", document.baseURI), { headers: line.header });
      if (!answer.ok) throw new Error(String(answer.status));
      download({ name: fileName(answer.headers.get("content-disposition")), blob: await answer.blob() });
      say(words.zip_saved ?? "");
    } catch {
      say(words.zip_failed ?? "");
    } finally {
      this.zips = false;
      this.bench.ask();
    }
  }
}

function begin() {
  const item = make("li");
  const pick = make("button", { type: "button", className: "pick" });
  pick.innerHTML = '<img alt=""><em></em><u class="bar"></u>';
  pick.append(sign("none", "back"));
  const star = make("button", { type: "button", className: "star" });
  star.append(sign("star"));
  const is = make("p", { className: "is" });
  is.append(sign("ring"), make("span"));
  item.append(pick, star, is);
  return item;
}
