// Addresses of the page's own memory for its pictures: one a blob, given back once its picture has gone.

/** @type {Map<Blob, string>} */
const known = new Map();

/** @param {Blob} blob */
export function addressOf(blob) {
  const address = known.get(blob) ?? URL.createObjectURL(blob);
  known.set(blob, address);
  return address;
}

/** @param {readonly Blob[]} left those that are still shown */
export function giveBack(left) {
  for (const [blob, address] of known) {
    if (left.includes(blob)) continue;
    URL.revokeObjectURL(address);
    known.delete(blob);
  }
}
