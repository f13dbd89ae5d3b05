// Files for the person's own disk: downloaded, or written to a folder of theirs where the browser lets the page.

/** @import { Picture } from "./picture.js" */
/** @import { File } from "./picture_server.js" */

const ASKED = 60_000; // ms for which the browser may still be asking where to put a file

/** @typedef {FileSystemDirectoryHandle} Folder */

const picker = /** @type {{ showDirectoryPicker?: (how: object) => Promise<Folder> }} */ (globalThis);

export const canWriteFolders = "showDirectoryPicker" in globalThis;

/** @param {File} file */
export function download({ name, blob }) {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), ASKED);
}

/** @returns {Promise<Folder | null>} null where the person chose none */
export async function askFolder() {
  try {
    return await picker.showDirectoryPicker?.({ mode: "readwrite", id: "framing-guide" }) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

/**
 * @param {Folder} folder
 * @param {File} file
 */
export async function writeTo(folder, { name, blob }) {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(blob);
  await stream.close();
}

/**
 * The picture as the camera gave it, straight from the browser: needs no server.
 * @param {Picture} picture
 * @returns {File}
 */
export function uncut({ taken, number, blob }) {
  const moment = taken.slice(0, 19).replace("T", "_").replaceAll(":", "-");
  return { name: `${moment}_${number}_whole.jpg`, blob };
}
