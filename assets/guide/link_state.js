// By which carrier the picture goes up to the guide: a pure function of what was known, of what is seen now, and of the
// time. WebRTC first; the page's own WebSocket where that does not connect, or the looks come too late.

export const LIMITS = {
  connect: 3_000, // ms from Start to the first picture that WebRTC brings
  old: 400, // ms that the newest look may be old
  patience: 3_000, // ms for which it may be older
};

/**
 * @typedef {"webrtc" | "websocket"} Carrier
 * @typedef {"auto" | Carrier} Wished
 *
 * @typedef {object} Known
 * @property {Carrier | null} carrier null while nothing goes up
 * @property {"unconnected" | "late" | null} why it is not WebRTC, though nobody asked for the other
 * @property {number} since when this carrier began
 * @property {number | null} late since when the newest look has been too old
 *
 * @typedef {object} Seen
 * @property {Wished} wished
 * @property {boolean} open there is a picture to send
 * @property {boolean} hidden the page is out of sight, where browsers hold everything back
 * @property {boolean} arrived this carrier has brought a picture
 * @property {number | null} age ms since the newest look came; null before the first one
 */

/** @type {Known} */
export const FIRST = { carrier: null, why: null, since: 0, late: null };

/**
 * @param {Known} known
 * @param {Seen} seen
 * @param {number} now in milliseconds
 * @returns {Known}
 */
export function next(known, seen, now) {
  if (!seen.open) return FIRST;
  if (seen.wished !== "auto" && seen.wished !== known.carrier) return begun(seen.wished, null, now);
  if (known.carrier === null) return begun("webrtc", null, now);
  if (known.carrier === "websocket" || seen.wished !== "auto" || seen.hidden) return { ...known, late: null };
  if (!seen.arrived) return now - known.since > LIMITS.connect ? begun("websocket", "unconnected", now) : known;
  if (seen.age === null || seen.age <= LIMITS.old) return { ...known, late: null };
  const late = known.late ?? now;
  return now - late > LIMITS.patience ? begun("websocket", "late", now) : { ...known, late };
}

/** @type {(carrier: Carrier, why: Known["why"], now: number) => Known} */
function begun(carrier, why, now) {
  return { carrier, why, since: now, late: null };
}
