// The direct lines of a room: picture and voice from browser to browser, and the coach's pen. One RTCPeerConnection for
// each person, by perfect negotiation (W3C WebRTC, section "Perfect negotiation example"); room_peer_state.js says whom
// there is one to.
import { connection, divided, polite, readPen, wanted } from "./room_peer_state.js";

/** @import { Ice, RoomView } from "./room.d.ts" */
/** @import { Connection } from "./room_peer_state.js" */

export const LONGEST = 1280; // pixels along the longer side of a picture that is sent
const FASTEST = 30; // pictures a second
const BITS = 2_500_000; // a second, for a picture: 720p of a face that hardly moves
const PATIENCE = 4000; // ms for which a line may be broken before another way is looked for
const AGAIN = 8000; // ms from one search to the next; twice as long after each that found a way and was not yet done
const HOPELESS = 15_000; // ms after which the person is told that there is no direct line

/**
 * @typedef {import("./room_peer_state.js").Pen} Pen
 * @typedef {"connecting" | "connected" | "broken" | "none"} State "none": it was tried for long, and is still tried
 * @typedef {{audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} Tracks
 * @typedef {{by: string, to: string | null, description?: RTCSessionDescriptionInit,
 *   candidate?: RTCIceCandidateInit | null}} Signal `by` and `to` name the connections: a page that was loaded again
 *   has another one
 *
 * @typedef {object} Told
 * @property {(to: string, data: string) => void} signal to be brought to that person
 * @property {(id: string, stream: MediaStream) => void} stream that person's picture and voice, once and for all
 * @property {(id: string, state: State) => void} state
 * @property {(id: string, what: Pen) => void} pen
 * @property {(id: string) => void} gone
 */

class Peer {
  /**
   * @param {Mesh} mesh
   * @param {string} id
   * @param {boolean} pens whether we open the channel of the pen
   */
  constructor(mesh, id, pens) {
    this.mesh = mesh;
    this.id = id;
    this.pens = pens;
    this.name = crypto.randomUUID();
    /** @type {string | null} */
    this.theirs = null; // the name of their connection, once it is known
    this.polite = polite(mesh.you, id);
    this.offering = false;
    this.ignoring = false;
    this.stream = new MediaStream();
    /** @type {Record<"audio" | "video", RTCRtpSender | null>} */
    this.senders = { audio: null, video: null };
    /** @type {State} */
    this.state = "connecting";
    this.since = performance.now(); // when it was last connected, or begun
    this.sought = -Infinity;
    this.again = AGAIN; // a busy device may take longer than that, and each search begins from the start
    /** @type {RTCDataChannel | null} */
    this.channel = null;
    this.queue = Promise.resolve(); // signals one after the other, in their order
    const { ice, relayed } = mesh;
    this.line = new RTCPeerConnection({ iceServers: ice, iceTransportPolicy: relayed ? "relay" : "all" });
    this.wire();
    this.give(mesh.tracks);
    if (pens) this.open(this.line.createDataChannel("pen"));
  }

  wire() {
    const { line } = this;
    line.onnegotiationneeded = () => void this.offer();
    line.onicecandidate = ({ candidate }) => this.say({ candidate: candidate?.toJSON() ?? null });
    line.ontrack = ({ track }) => this.show(track);
    line.ondatachannel = ({ channel }) => this.open(channel);
    line.onconnectionstatechange = () => this.look();
  }

  /** @param {MediaStreamTrack} track */
  show(track) {
    for (const old of this.stream.getTracks()) if (old.kind === track.kind) this.stream.removeTrack(old);
    this.stream.addTrack(track);
    this.mesh.told.stream(this.id, this.stream);
  }

  /** @param {RTCDataChannel} channel */
  open(channel) {
    this.channel = channel;
    channel.onmessage = ({ data }) => this.mesh.heardPen(this.id, data);
  }

  /** @param {Tracks} tracks */
  give(tracks) {
    for (const kind of /** @type {const} */ (["audio", "video"])) {
      const track = tracks[kind];
      const sender = this.senders[kind];
      if (sender) void sender.replaceTrack(track).then(() => this.limit(kind)).catch(() => {});
      else if (track) {
        this.senders[kind] = this.line.addTrack(track);
        this.limit(kind);
      }
    }
  }

  // What is too large for a window is made smaller by the browser's own encoder.
  /** @param {"audio" | "video"} kind */
  limit(kind) {
    const sender = this.senders[kind];
    if (kind !== "video" || !sender?.track) return;
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings ?? [];
    if (!encoding) return; // not negotiated yet: asked for again when it is
    const { width, height } = sender.track.getSettings();
    encoding.scaleResolutionDownBy = divided({ width, height }, LONGEST);
    encoding.maxBitrate = BITS;
    encoding.maxFramerate = FASTEST;
    sender.setParameters(parameters).catch(() => {}); // a browser that takes no wish sends as it likes
  }

  /** @param {Omit<Signal, "by" | "to">} what */
  say(what) {
    if (this.line.signalingState === "closed") return;
    this.mesh.told.signal(this.id, JSON.stringify({ by: this.name, to: this.theirs, ...what }));
  }

  async offer() {
    try {
      this.offering = true;
      await this.line.setLocalDescription();
      this.describe();
    } catch {
      // It was closed meanwhile.
    } finally {
      this.offering = false;
    }
  }

  describe() {
    const description = this.line.localDescription;
    if (description) this.say({ description: { type: description.type, sdp: description.sdp } });
  }

  /** @param {Signal} signal */
  hear(signal) {
    this.queue = this.queue.then(() => this.take(signal)).catch(() => {}); // what makes no sense changes nothing
  }

  /** @param {Signal} signal */
  async take({ by, description, candidate }) {
    const { line } = this;
    this.theirs = by;
    if (description) {
      const collision = description.type === "offer" && (this.offering || line.signalingState !== "stable");
      this.ignoring = !this.polite && collision;
      if (this.ignoring) return;
      await line.setRemoteDescription(description);
      if (description.type === "offer") {
        await line.setLocalDescription();
        this.describe();
      }
      this.limit("video");
    } else if (candidate) {
      await line.addIceCandidate(candidate).catch((error) => { if (!this.ignoring) throw error; });
    }
  }

  // Looked at now and then as well, for a way that is gone takes a while to be told.
  look() {
    const now = performance.now();
    const { connectionState } = this.line;
    const under = connectionState === "connecting";
    if (connectionState === "connected") [this.since, this.again] = [now, AGAIN];
    const broken = connectionState !== "connected" && now - this.since;
    if (broken !== false && broken > PATIENCE && now - this.sought > (under ? this.again : AGAIN)) {
      this.sought = now;
      // An offer that nobody has answered may not have arrived: it goes again, with all ways that are known by now.
      if (this.line.signalingState === "have-local-offer") this.describe();
      else if (!under) this.line.restartIce();
      else if (broken > this.again) {
        this.again *= 2;
        this.line.restartIce();
      }
    }
    const state = broken === false ? "connected" : broken > HOPELESS ? "none"
      : this.state === "connecting" ? "connecting" : "broken";
    if (state === this.state) return;
    this.state = state;
    this.mesh.told.state(this.id, state);
  }

  close() {
    this.line.onconnectionstatechange = this.line.ontrack = this.line.ondatachannel = null;
    this.line.close();
  }
}

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
    const peer = new Peer(this, id, this.coach === this.you);
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
