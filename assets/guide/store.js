// The pictures in this browser's own database: they survive a reload, a lost connection and a closed page. Where the
// browser refuses one, they are held by this page alone, and `lasting` says so.

/** @import { Picture } from "./picture.js" */

const NAME = "framing-guide";
const PICTURES = "pictures";

export class Store {
  /** @param {IDBFactory | null} factory */
  constructor(factory = globalThis.indexedDB ?? null) {
    this.factory = factory;
    this.lasting = factory !== null; // whether what is put here survives the page
    /** @type {Map<string, Picture>} */
    this.held = new Map(); // what the database would not take
    /** @type {Promise<IDBDatabase | null> | null} */
    this.opened = null;
  }

  /** @returns {Promise<Picture[]>} all that there are */
  async all() {
    const found = await this.run("readonly", (pictures) => pictures.getAll());
    return [...(/** @type {Picture[] | null} */ (found) ?? []), ...this.held.values()];
  }

  /** @param {Picture} picture */
  async put(picture) {
    if (!this.held.has(picture.id) && await this.run("readwrite", (pictures) => pictures.put(picture))) return;
    this.held.set(picture.id, picture);
    this.lasting = false;
  }

  /** @param {string} id */
  async remove(id) {
    this.held.delete(id);
    await this.run("readwrite", (pictures) => pictures.delete(id));
  }

  /**
   * What the database answers, null where there is none or it refuses: private windows do, and full disks.
   * @param {IDBTransactionMode} mode
   * @param {(pictures: IDBObjectStore) => IDBRequest} ask
   */
  async run(mode, ask) {
    const database = await (this.opened ??= this.open());
    if (!database) return null;
    try {
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(PICTURES, mode);
        const request = ask(transaction.objectStore(PICTURES));
        transaction.oncomplete = () => resolve(request.result ?? true);
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
      });
    } catch {
      return null;
    }
  }

  /** @returns {Promise<IDBDatabase | null>} */
  async open() {
    const { factory } = this;
    if (!factory) return null;
    try {
      return await new Promise((resolve, reject) => {
        const request = factory.open(NAME, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(PICTURES, { keyPath: "id" });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } catch {
      this.lasting = false;
      return null;
    }
  }
}
