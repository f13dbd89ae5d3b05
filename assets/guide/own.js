// A picture or file of this page's own. It is asked for with the page's token and shown from this page's memory, so
// that no address leads to it.
import { make, one, text, whenGone } from "./dom.js";
import { translate } from "./words.js";

/** @import { OwnData, Told } from "./data.d.ts" */

class Own {
  /** @param {ShadowRoot} root */
  constructor(root) {
    this.root = root;
    this.file = ""; // which one is here, and as what
    this.address = "";
    this.image = one(root, "img", HTMLImageElement);
    this.button = one(root, "button", HTMLButtonElement);
    this.gone = one(root, "p");
    this.saved = () => {};
    this.button.onclick = () => void this.save();
  }

  /** @param {OwnData} data */
  async fetch({ file, token }) {
    const address = new URL(`guide/kept/${encodeURIComponent(file)}`, document.baseURI);
    const answer = await fetch(address, { headers: { "X-Framing-Page": token }, cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    return URL.createObjectURL(await answer.blob());
  }

  /** @param {OwnData} data */
  async render(data) {
    this.data = data;
    translate(this.root, data.words);
    one(this.root, ".own").dataset.alone = String(!data.picture);
    text(one(this.root, "figcaption"), data.caption);
    text(this.button, data.label);
    this.button.hidden = !data.label;
    this.image.alt = data.alt;
    if (!data.picture || this.file === data.file) return;
    this.file = data.file;
    try {
      const address = await this.fetch(data);
      if (this.file !== data.file) return URL.revokeObjectURL(address);
      this.close();
      this.address = this.image.src = address;
      this.image.hidden = false;
      this.gone.hidden = true;
    } catch {
      this.file = "";
      this.gone.hidden = false;
    }
  }

  async save() {
    if (!this.data) return;
    this.button.disabled = true;
    try {
      const address = await this.fetch(this.data);
      make("a", { href: address, download: this.data.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser may still be asking where to put it
      this.gone.hidden = true;
      this.saved();
    } catch {
      this.gone.hidden = false;
    }
    this.button.disabled = false;
  }

  close() {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = "";
  }
}

/** @param {Told<OwnData, {own?: Own}>} told */
export default function ({ parentElement, data, setTriggerValue }) {
  const own = (parentElement.own ??= new Own(parentElement));
  own.saved = () => setTriggerValue("saved", Date.now());
  void own.render(data);
  return whenGone(parentElement, () => {
    own.close();
    delete parentElement.own;
  });
}
