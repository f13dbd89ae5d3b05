// Who is connected to whom in a room, and how well, as pure functions.

/** @import { Point, RoomPerson, RoomView, Stroke, Welcome, Wipe } from "./room.d.ts" */

/** @typedef {Welcome["role"]} Role */
/** @typedef {Point | Stroke | Wipe} Pen */

const LONGEST_PEN = 8192; // characters
const MOST_POINTS = 64;

/**
 * Whom this browser has a direct line to. Sitter and coach have one each to everybody else; watchers have none to each
 * other, and nobody has one to the sitter before the sitter's yes.
 * @param {string} you
 * @param {RoomView} room
 * @returns {readonly RoomPerson[]}
 */
export function wanted(you, { people, see }) {
  const me = people.find(({ id }) => id === you);
  if (!me?.admitted) return [];
  return people.filter((other) => other.id !== you && other.admitted && meant(me.role, other.role, see));
}

/** @type {(mine: Role, theirs: Role, see: boolean) => boolean} */
function meant(mine, theirs, see) {
  if (mine === "watcher" && theirs === "watcher") return false;
  return see || (mine !== "sitter" && theirs !== "sitter");
}

/**
 * Whether this browser makes the offers of its line to that person: always exactly one of the two does.
 * @param {string} you
 * @param {string} other
 */
export function offers(you, other) {
  return you > other;
}

/**
 * How a direct line goes: by a relay or not, how long there and back, and what of the picture arrives.
 * @typedef {object} Connection
 * @property {"direct" | "relay"} way
 * @property {string} protocol "udp" or "tcp", to the relay where there is one
 * @property {number | null} ms there and back; null before it is known
 * @property {number | null} fps pictures a second that arrive; null without a picture
 * @property {number | null} width
 * @property {number | null} height
 */

/**
 * @param {Iterable<any>} reports of RTCPeerConnection.getStats
 * @returns {Connection | null} null while nothing is connected
 */
export function connection(reports) {
  const all = new Map([...reports].map((report) => [report.id, report]));
  const found = [...all.values()];
  const chosen = found.find(({ type, selectedCandidatePairId }) => type === "transport" && selectedCandidatePairId);
  // Firefox names no chosen pair at the transport.
  const pair = (chosen && all.get(chosen.selectedCandidatePairId))
    ?? found.find(({ type, nominated, state }) => type === "candidate-pair" && nominated && state === "succeeded");
  if (!pair) return null;
  const [local, remote] = [all.get(pair.localCandidateId), all.get(pair.remoteCandidateId)];
  const relayed = [local, remote].find((candidate) => candidate?.candidateType === "relay");
  const { currentRoundTripTime: seconds } = pair;
  const picture = found.find(({ type, kind }) => type === "inbound-rtp" && kind === "video");
  return {
    way: relayed ? "relay" : "direct",
    protocol: relayed?.relayProtocol ?? local?.protocol ?? "udp",
    ms: typeof seconds === "number" ? Math.round(1000 * seconds) : null,
    fps: picture?.framesPerSecond ?? null,
    width: picture?.frameWidth ?? null,
    height: picture?.frameHeight ?? null,
  };
}

/**
 * By what the picture must be divided so that its longer side has at most so many pixels.
 * @param {{width?: number | undefined, height?: number | undefined}} size
 * @param {number} longest
 */
export function divided({ width = 0, height = 0 }, longest) {
  return Math.max(1, Math.max(width, height) / longest);
}

/**
 * What came on the channel of the pen, read strictly: it comes from another browser, past the server. Null for what is
 * no such message.
 * @param {unknown} data
 * @returns {Pen | null}
 */
export function readPen(data) {
  if (typeof data !== "string" || data.length > LONGEST_PEN) return null;
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(data);
  } catch {
    return null;
  }
  switch (found?.kind) {
    case "wipe":
      return { kind: "wipe" };
    case "point":
      return found.place === null || isPlace(found.place) ? { kind: "point", place: found.place } : null;
    case "stroke": {
      const { id, points, more } = found;
      if (typeof id !== "string" || id.length > 32) return null;
      if (!Array.isArray(points) || points.length > MOST_POINTS) return null;
      return points.every(isPlace) ? { kind: "stroke", id, points, more: more === true } : null;
    }
    default:
      return null;
  }
}

/** @param {unknown} place a share of the picture's width, and of its height */
function isPlace(place) {
  return Array.isArray(place) && place.length === 2 && place.every((share) => share >= 0 && share <= 1);
}
