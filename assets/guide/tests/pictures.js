// Pictures made for tests, and a server for them in memory that can be told to fail.
import { createHash } from "node:crypto";

/** @import { Picture } from "../picture.js" */
/** @import { Judged } from "../pictures.d.ts" */

/**
 * @param {string} id
 * @param {Partial<Picture>} change
 * @param {number} size of the file, bytes
 * @returns {Picture}
 */
export function picture(id, change = {}, size = 600_000) {
  const bytes = new Uint8Array(size).map((_, at) => (at * 31 + id.charCodeAt(0)) % 251);
  return {
    id, burst: "b", number: 1, taken: "2026-11-26T15:04:09.123+01:00", blob: new Blob([bytes], { type: "image/jpeg" }),
    width: 1920, height: 1080, sha256: digest(bytes), source: "frame", use: "headshot", viewer: "front",
    window: { left: 528, top: 0, width: 864, height: 1080 }, state: "waiting", sent: 0, judged: null, kept: false,
    saved: false, ...change,
  };
}

/** @param {Uint8Array} bytes */
export function digest(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** @type {(id: string, rank?: Judged["rank"]) => Judged} */
export function judged(id, rank = "good") {
  return {
    id, rank, title: "", because: "", symbol: "ok", ready: true, reads: "", sure: "", eyes: null, faults: [], cues: [],
  };
}

/** The server as framing/web has it, in memory; `fail` may answer in its place, or throw as a cut cable does. */
export class Server {
  constructor() {
    /** @type {Map<string, { size: number, sha256: string, bytes: number[] }>} */
    this.files = new Map();
    /** @type {string[]} */
    this.asked = [];
    /** @type {(path: string, init: RequestInit) => Response | null} */
    this.fail = () => null;
  }

  /** @type {(path: string, init: RequestInit) => Promise<Response>} */
  ask = async (path, init) => {
    this.asked.push(`${init.method} ${path.replace("guide/", "")}`);
    const failed = this.fail(path, init);
    if (failed) return failed;
    const [, kind, id = "", what] = path.split(/[/?]/);
    if (kind === "bursts") return answer(200, { order: JSON.parse(String(init.body)).ids });
    const file = this.files.get(id);
    if (init.method === "POST" && !what) {
      const { size, sha256 } = JSON.parse(String(init.body));
      if (!file) this.files.set(id, { size, sha256, bytes: [] });
      return answer(200, { have: file?.bytes.length ?? 0 });
    }
    if (!file) return answer(410, null);
    if (init.method === "DELETE") return answer(this.files.delete(id) ? 200 : 410, null);
    if (what === "judge") return file.bytes.length === file.size ? answer(200, judged(id)) : answer(409, null);
    return this.put(file, Number(path.split("at=")[1]), init);
  };

  /**
   * @param {{ size: number, sha256: string, bytes: number[] }} file
   * @param {number} at
   * @param {RequestInit} init
   */
  async put(file, at, init) {
    if (at !== file.bytes.length) return answer(409, { have: file.bytes.length });
    const piece = new Uint8Array(await /** @type {Blob} */ (init.body).arrayBuffer());
    const headers = new Headers(init.headers);
    if (digest(piece) !== headers.get("x-framing-sum")) return answer(422, { have: at });
    for (const byte of piece) file.bytes.push(byte);
    if (file.bytes.length < file.size || digest(new Uint8Array(file.bytes)) === file.sha256) {
      return answer(200, { have: file.bytes.length });
    }
    file.bytes = [];
    return answer(422, { have: 0 });
  }
}

/** @type {(status: number, body: unknown) => Response} */
export function answer(status, body) {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}
