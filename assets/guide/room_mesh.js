// The direct lines of a room: picture and voice from browser to browser, and the coach's pen. One line of room_peer.js
// for each person; room_peer_state.js says whom there is one to.
import { Peer } from "./room_peer.js";
import { connection, readPen, wanted } from "./room_peer_state.js";

/** @import { Ice, RoomView } from "./room.d.ts" */
/** @import { Signal, State, Tracks } from "./room_peer.js" */
/** @import { Connection, Pen } from "./room_peer_state.js" */

/**
 * @typedef {object} Told
 * @property {(to: string, data: string) => void} signal to be brought to that person
 * @property {(id: string, stream: MediaStream) => void} stream that person's picture and voice, once and for all
 * @property {(id: string, state: State) => void} state
 * @property {(id: string, what: Pen) => void} pen
 * @property {(id: string) => void} gone
 */

export class Mesh {
  /**
   * @param {string} you
   * @param {readonly Ice[]} ice
   * @param {Told} told
   * @param {boolean} relayed by a relay alone, to try whether that works
   */
  constructor(you, ice, told, relayed = new URLSearchParams(location.search).has("relay")) {
    this.you = you;
    this.ice = ice.map(({ urls, username, credential }) => (
      username ? { urls: [...urls], username, credential } : { urls: [...urls] }));
    this.told = told;
    this.relayed = relayed;
    /** @type {Tracks} */
    this.tracks = { audio: null, video: null };
    /** @type {Map<string, Peer>} */
    this.peers = new Map();
    /** @type {Set<string>} */
    this.allowed = new Set(); // whom we may have a line to
    /** @type {string} */
    this.coach = ""; // the only one whose pen counts
    this.timer = setInterval(() => { for (const peer of this.peers.values()) peer.look(); }, 1000);
  }

  close() {
    clearInterval(this.timer);
    for (const id of [...this.peers.keys()]) this.drop(id);
    this.allowed.clear();
  }

  /**
   * Told of the room after each change. Who is not here for a moment keeps the line that stands.
   * @param {RoomView} room
   */
  settle(room) {
    const there = wanted(this.you, room);
    this.coach = room.people.find(({ role, admitted }) => role === "coach" && admitted)?.id ?? "";
    this.allowed = new Set(there.map(({ id }) => id));
    for (const id of [...this.peers.keys()]) if (!this.allowed.has(id)) this.drop(id);
    for (const { id, here } of there) if (here && !this.peers.has(id)) this.begin(id);
  }

  /**
   * What is sent to everybody; null for none.
   * @param {Tracks} tracks
   */
  give(tracks) {
    this.tracks = tracks;
    for (const peer of this.peers.values()) peer.give(tracks);
  }

  /** @param {string} id */
  begin(id) {
    const peer = new Peer(this, id, [this.you, id].includes(this.coach));
    this.peers.set(id, peer);
    return peer;
  }

  /** @param {string} id */
  drop(id) {
    this.peers.get(id)?.close();
    if (this.peers.delete(id)) this.told.gone(id);
  }

  /**
   * @param {string} from
   * @param {string} data as another person's browser has sent it
   */
  hear(from, data) {
    if (!this.allowed.has(from)) return;
    /** @type {Signal} */
    let signal;
    try {
      signal = JSON.parse(data);
    } catch {
      return;
    }
    if (typeof signal?.by !== "string") return;
    let peer = this.peers.get(from) ?? this.begin(from);
    if (peer.theirs && peer.theirs !== signal.by) { // their page was loaded again
      this.drop(from);
      peer = this.begin(from);
    }
    if (signal.to && signal.to !== peer.name) return; // meant for a connection that is no more
    peer.hear(signal);
  }

  /**
   * @param {string} from
   * @param {unknown} data
   */
  heardPen(from, data) {
    const what = from === this.coach ? readPen(data) : null;
    if (what) this.told.pen(from, what);
  }

  /**
   * The coach's pen, to everybody whose channel is open.
   * @param {Pen} what
   * @returns {readonly string[]} the people whom it did not reach
   */
  pen(what) {
    const data = JSON.stringify(what);
    return [...this.allowed].filter((id) => {
      const channel = this.peers.get(id)?.channel;
      if (channel?.readyState !== "open") return true;
      channel.send(data);
      return false;
    });
  }

  /**
   * How the line to that person goes; null while nothing is connected.
   * @param {string} id
   * @returns {Promise<Connection | null>}
   */
  async stats(id) {
    const peer = this.peers.get(id);
    if (peer?.line.connectionState !== "connected") return null;
    return connection((await peer.line.getStats()).values());
  }

  /** @param {string} id */
  state(id) { return this.peers.get(id)?.state ?? null; }
}
