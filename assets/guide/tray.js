// The tray: the pictures that were kept, in this browser, and the bursts that nobody has decided on yet.
import { addressOf } from "./addresses.js";
import { closes, make, one, text } from "./dom.js";
import { askFolder, canWriteFolders, download, uncut, writeTo } from "./files.js";
import { fill } from "./words.js";

/** @import { ReviewSettings } from "./data.d.ts" */
/** @import { Picture } from "./picture.js" */
/** @import { Item } from "./picture_server.js" */
/** @import { Roll } from "./roll.js" */

export class Tray {
  /**
   * @param {HTMLElement} root
   * @param {Roll} roll
   * @param {ReviewSettings} settings
   */
  constructor(root, roll, settings) {
    this.roll = roll;
    this.settings = settings;
    this.dialog = one(root, "dialog.roll", HTMLDialogElement);
    /** @type {readonly string[]} */
    this.erasing = []; // pictures of which it is being asked whether they may be lost
    this.failed = false; // the server could not be asked for its files: what was downloaded is the uncut pictures
    this.wire();
  }

  wire() {
    const { dialog, roll } = this;
    closes(dialog);
    dialog.onclose = () => { if (roll.shown === "tray") roll.show(""); };
    dialog.onkeydown = (event) => event.stopPropagation(); // the page below has keys of its own
    /** @type {(selector: string, action: () => unknown) => void} */
    const pressed = (selector, action) => { one(dialog, selector).onclick = () => void action(); };
    const ids = () => roll.kept.map(({ id }) => id);
    pressed(".all .zip", () => this.saveAll());
    pressed(".all .folder", () => this.saveToFolder());
    pressed(".all .erase", () => this.erase(ids()));
    pressed(".yes", () => this.lose());
    pressed(".no", () => this.ask([]));
    one(dialog, ".folder").hidden = !canWriteFolders;
  }

  // What the roll says is shown, now.
  follow() {
    const here = this.roll.shown === "tray";
    if (here && !this.dialog.open) {
      this.failed = false;
      this.erasing = [];
      this.draw();
      this.dialog.showModal();
    } else if (!here && this.dialog.open) this.dialog.close();
    else if (here) this.draw();
  }

  draw() {
    const { dialog, roll, settings: { words } } = this;
    const { kept, undecided } = roll;
    if (!kept.length && !undecided.length) return roll.show(""); // the last one has gone
    text(one(dialog, ".where"), roll.store.lasting ? words.where_browser : words.where_page);
    one(dialog, ".all").hidden = !kept.length;
    one(dialog, ".undecided").hidden = !undecided.length;
    this.fill(one(dialog, ".undecided ul"), undecided, (burst) => this.waiting(burst));
    this.fill(one(dialog, ".shelf"), kept.map(({ id }) => id), (id) => this.card(id));
    for (const picture of kept) this.drawCard(picture);
    for (const burst of undecided) this.drawWaiting(burst);
    const lost = one(dialog, ".lost");
    lost.hidden = !this.erasing.length;
    const values = { left: this.unsaved(this.erasing).length, all: this.erasing.length };
    if (this.erasing.length) text(one(lost, "p"), fill(words.not_downloaded, values));
    const trouble = one(dialog, ".mishap");
    trouble.hidden = !this.failed;
    text(trouble, this.failed ? words.only_uncut : "");
  }

  /**
   * The items of these names in their order; those that are there already stay.
   * @param {HTMLElement} list
   * @param {readonly string[]} names
   * @param {(name: string) => HTMLElement} item
   */
  fill(list, names, item) {
    const there = new Map([...list.children].map((one) => [/** @type {HTMLElement} */ (one).dataset.name, one]));
    const wanted = names.map((name) => there.get(name) ?? item(name));
    if (wanted.length === list.children.length && wanted.every((one, at) => one === list.children[at])) return;
    list.replaceChildren(...wanted);
  }

  /** @param {string} id */
  card(id) {
    const picture = this.roll.find(id);
    const item = make("li", { className: "card" });
    item.dataset.name = id;
    if (!picture) return item;
    const { words } = this.settings;
    const opens = make("button", { type: "button", className: "opens", onclick: () => this.roll.show(picture.burst) });
    opens.append(make("img", { src: addressOf(picture.blob), alt: fill(words.open_picture, this.about(picture)) }));
    const row = make("div", { className: "row" });
    row.append(
      button(words.download, "chip", () => void this.save(id)),
      button(words.erase, "chip erase", () => this.erase([id])),
    );
    item.append(opens, make("p", { className: "about" }), make("p", { className: "saved" }), row);
    return item;
  }

  /** @param {Picture} picture */
  drawCard(picture) {
    const { dialog, settings: { words } } = this;
    const item = one(dialog, `[data-name="${picture.id}"]`);
    text(one(item, ".about"), fill(words.about_picture, this.about(picture)));
    item.dataset.saved = String(picture.saved);
    text(one(item, ".saved"), picture.saved ? words.downloaded : words.not_yet);
  }

  /** @param {Picture} picture */
  about({ taken, width, height }) {
    const { lang } = this.settings;
    return { time: new Date(taken).toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" }), width, height };
  }

  /** @param {string} burst */
  waiting(burst) {
    const item = make("li");
    item.dataset.name = burst;
    const { words } = this.settings;
    const [first] = this.roll.of(burst);
    if (!first) return item;
    item.append(
      make("img", { src: addressOf(first.blob), alt: "" }),
      make("span"),
      button(words.decide, "chip", () => this.roll.show(burst)),
      button(words.erase, "chip erase", () => this.erase(this.roll.of(burst).map(({ id }) => id))),
    );
    return item;
  }

  /** @param {string} burst */
  drawWaiting(burst) {
    const [first, ...others] = this.roll.of(burst);
    if (!first) return;
    const about = { count: others.length + 1, ...this.about(first) };
    const box = one(this.dialog, `[data-name="${burst}"] span`);
    text(box, fill(this.settings.words.burst_of, about));
  }

  /** @param {readonly string[]} ids */
  unsaved(ids) {
    return ids.filter((id) => !this.roll.find(id)?.saved);
  }

  // Erase them, but ask first where one would be lost.
  /** @param {readonly string[]} ids */
  erase(ids) {
    if (this.unsaved(ids).length) this.ask(ids);
    else this.roll.drop(ids);
  }

  lose() {
    const ids = this.erasing;
    this.erasing = [];
    this.roll.drop(ids);
  }

  /** @param {readonly string[]} ids */
  ask(ids) {
    this.erasing = ids;
    this.draw();
    if (ids.length) one(this.dialog, ".no").focus();
  }

  /**
   * What is downloaded of a kept picture: as its use cuts it, and as the camera gave it.
   * @param {Picture} picture
   * @returns {Item[]}
   */
  items({ id, use }) {
    return [...(use ? [{ id, what: { use } }] : []), { id, what: /** @type {const} */ ({ whole: true }) }];
  }

  /** @param {string} id */
  save(id) {
    const picture = this.roll.find(id);
    if (!picture) return Promise.resolve();
    return this.tried([picture], async () => download(await this.roll.deliver(this.items(picture).slice(0, 1), false)));
  }

  saveAll() {
    const { kept } = this.roll;
    const items = kept.flatMap((picture) => this.items(picture));
    return this.tried(kept, async () => download(await this.roll.deliver(items, true)));
  }

  async saveToFolder() {
    const { kept } = this.roll;
    const folder = await askFolder().catch(() => null);
    if (!folder) return;
    await this.tried(kept, async () => {
      for (const item of kept.flatMap((picture) => this.items(picture))) {
        await writeTo(folder, await this.roll.deliver([item], false));
      }
    });
  }

  /**
   * Where the server cannot be asked, the pictures themselves are downloaded: nobody has to wait for them.
   * @param {readonly Picture[]} pictures
   * @param {() => Promise<void>} make
   */
  async tried(pictures, make) {
    this.dialog.dataset.busy = "";
    this.failed = await make().then(() => false, () => true);
    if (this.failed) for (const picture of pictures) download(uncut(picture));
    delete this.dialog.dataset.busy;
    this.roll.saved(pictures.map(({ id }) => id));
    this.draw();
  }
}

/** @type {(label: string | undefined, className: string, pressed: () => void) => HTMLButtonElement} */
function button(label, className, pressed) {
  return make("button", { type: "button", textContent: label ?? "", className, onclick: pressed });
}
