// A picture or file of this page's own. It is asked for with the page's token and shown from this page's memory, so that
// no address leads to it.
import { make, text } from "./dom.js";

class Own {
  constructor(root) {
    this.root = root;
    this.file = null; // which one is here, and as what
    this.address = null;
    this.one("button").addEventListener("click", () => this.save());
  }

  one(selector) { return this.root.querySelector(selector); }

  async fetch() {
    const answer = await fetch(new URL(`guide/kept/${encodeURIComponent(this.data.file)}`, document.baseURI), {
      headers: { "X-Framing-Page": this.data.token }, cache: "no-store",
    });
    if (!answer.ok) throw new Error(answer.status);
    return URL.createObjectURL(await answer.blob());
  }

  async show(data) {
    this.data = data;
    this.one(".own").dataset.alone = String(!data.picture);
    const [image, button] = [this.one("img"), this.one("button")];
    text(this.one("figcaption"), data.caption);
    text(button, data.label);
    button.hidden = !data.label;
    image.alt = data.alt;
    if (!data.picture || this.file === data.file) return;
    this.file = data.file;
    try {
      const address = await this.fetch();
      if (this.file !== data.file) return URL.revokeObjectURL(address);
      this.leave();
      this.address = image.src = address;
      image.hidden = false;
      this.one("p").hidden = true;
    } catch {
      this.file = null;
      this.one("p").hidden = false;
    }
  }

  async save() {
    const button = this.one("button");
    button.disabled = true;
    try {
      const address = await this.fetch();
      make("a", { href: address, download: this.data.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser may still be asking where to put it
      this.one("p").hidden = true;
      this.saved();
    } catch {
      this.one("p").hidden = false;
    }
    button.disabled = false;
  }

  leave() {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = null;
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const own = (parentElement.own ??= new Own(parentElement));
  own.saved = () => setTriggerValue("saved", Date.now());
  own.show(data);
  return () => queueMicrotask(() => {
    if (parentElement.host?.isConnected) return;
    own.leave();
    delete parentElement.own;
  });
}
