// The files of a picture under review: made by the server, saved by the browser.
import { askFolder, download, uncut, writeTo } from "./files.js";

/** @import { Picture } from "./picture.js" */
/** @import { Item } from "./picture_server.js" */
/** @import { Delivery } from "./pictures.d.ts" */
/** @import { Roll } from "./roll.js" */

/**
 * Every cut of a picture that can be had, and the whole of it.
 * @param {string} id
 * @param {readonly Delivery[]} cuts
 * @returns {Item[]}
 */
export function everything(id, cuts) {
  const had = cuts.filter(({ good }) => good).map(({ use }) => ({ id, what: { use } }));
  return [...had, { id, what: { whole: true } }];
}

export class Files {
  /**
   * @param {HTMLElement} dialog
   * @param {Roll} roll
   * @param {() => void} done told after each try
   */
  constructor(dialog, roll, done) {
    this.dialog = dialog;
    this.roll = roll;
    this.done = done;
    this.failed = false; // the last one could not be made
  }

  /**
   * @param {readonly Item[]} items
   * @param {boolean} zip
   */
  async save(items, zip = false) {
    await this.tried(async () => {
      download(await this.roll.deliver(items, zip));
      this.roll.saved(items.map(({ id }) => id));
    });
  }

  /** @param {readonly Item[]} items */
  async saveToFolder(items) {
    await this.tried(async () => {
      const folder = await askFolder();
      if (!folder) return;
      for (const item of items) await writeTo(folder, await this.roll.deliver([item], false));
      this.roll.saved(items.map(({ id }) => id));
    });
  }

  /** @param {Picture | undefined} picture */
  saveUncut(picture) {
    if (!picture) return;
    download(uncut(picture));
    this.roll.saved([picture.id]);
  }

  /** @param {() => Promise<void>} make */
  async tried(make) {
    this.dialog.dataset.busy = "";
    this.failed = await make().then(() => false, () => true);
    delete this.dialog.dataset.busy;
    this.done();
  }
}
