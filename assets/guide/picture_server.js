// What the page asks of the server about its pictures, each request with the session's token: framing/web has the
// other end.

/** @import { Burst, Delivery, Judged } from "./pictures.d.ts" */
/** @import { Picture } from "./picture.js" */

/** @typedef {{ use: string } | { whole: true } | { sheet: "4x6" | "a4", use: string }} What of a picture is wanted */
/** @typedef {{ id: string, what: What }} Item */
/** @typedef {{ name: string, blob: Blob }} File */

const SOON = 20_000; // ms for an answer that takes no thinking
const LOOKING = 90_000; // ms for one that looks at a picture, or makes files of it, on a busy machine

/** An answer other than "here it is", with its status. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {any} said
   */
  constructor(status, said) {
    super(String(status));
    this.status = status;
    this.said = said;
  }
}

export class PictureServer {
  /** @param {(path: string, init: RequestInit) => Promise<Response>} ask */
  constructor(ask = (path, init) => fetch(new URL(path, document.baseURI), init)) {
    this.ask = ask;
    this.session = "";
  }

  /**
   * @param {Picture} picture
   * @returns {Promise<{ have: number }>}
   */
  async open({ id, blob, sha256, width, height, use, window, taken, source, viewer }) {
    const about = { size: blob.size, sha256, width, height, use, window, taken, source, viewer };
    return (await this.post(`pictures/${id}`, about, SOON)).json();
  }

  /**
   * Send a piece; whatever the server thinks of it, it says how much it has.
   * @param {string} id
   * @param {number} at
   * @param {Blob} piece
   * @returns {Promise<{ have: number }>}
   */
  async put(id, at, piece) {
    const headers = { "x-framing-sum": await sum(piece), "content-type": "application/octet-stream" };
    try {
      const answer = await this.request(`pictures/${id}?at=${at}`, { method: "PUT", body: piece, headers }, SOON);
      return await answer.json();
    } catch (error) {
      if (error instanceof Refusal && Number.isInteger(error.said?.have)) return error.said;
      throw error;
    }
  }

  /** @type {(id: string) => Promise<Judged>} */
  async judge(id) { return (await this.post(`pictures/${id}/judge`, null, LOOKING)).json(); }

  /** @type {(ids: readonly string[]) => Promise<Burst>} */
  async rank(ids) { return (await this.post("bursts", { ids }, LOOKING)).json(); }

  /** @type {(id: string, uses: readonly string[]) => Promise<Delivery[]>} */
  async crops(id, uses) { return (await this.post(`pictures/${id}/crops`, { uses }, LOOKING)).json(); }

  /**
   * One file, or a ZIP of all.
   * @param {readonly Item[]} items
   * @param {boolean} zip
   * @returns {Promise<File>}
   */
  async deliver(items, zip) {
    const answer = await this.post("deliver", { items, zip }, LOOKING);
    return { name: fileName(answer.headers.get("content-disposition")), blob: await answer.blob() };
  }

  /** @param {string} id */
  async forget(id) { await this.request(`pictures/${id}`, { method: "DELETE" }, SOON); }

  /** @type {(path: string, body: unknown, patience: number) => Promise<Response>} */
  post(path, body, patience) {
    const headers = { "content-type": "application/json" };
    return this.request(path, { method: "POST", body: body === null ? null : JSON.stringify(body), headers }, patience);
  }

  /**
   * @param {string} path
   * @param {RequestInit} init
   * @param {number} patience
   */
  async request(path, init, patience) {
    const headers = { ...init.headers, "x-framing-session": this.session };
    const signal = AbortSignal.timeout(patience);
    const answer = await this.ask(`guide/${path}`, { ...init, headers, cache: "no-store", signal });
    if (answer.ok) return answer;
    const said = await answer.json().catch(() => null);
    throw new Refusal(answer.status, said);
  }
}

/**
 * SHA-256 of the bytes, hex.
 * @param {Blob} blob
 */
export async function sum(blob) {
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The name that a Content-Disposition gives, as RFC 6266 writes it; a plain one where it gives none.
 * @param {string | null} disposition
 */
export function fileName(disposition) {
  const encoded = /filename\*=utf-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1];
  return encoded ? decodeURIComponent(encoded) : plain ?? "picture.jpg";
}
