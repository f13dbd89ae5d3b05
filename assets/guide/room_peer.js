// A direct line to one person: an RTCPeerConnection for picture and voice, and for the coach's pen. One of its two ends
// makes all offers and the other asks for them: where two offers met, Chromium lost the channel of the pen, began again
// after each answer, and told none of its ways (docs/sitting.md, "Direct connections").
import { divided, offers } from "./room_peer_state.js";

/** @import { Mesh } from "./room_mesh.js" */

export const LONGEST = 1280; // pixels along the longer side of a picture that is sent
const FASTEST = 30; // pictures a second
const BITS = 2_500_000; // a second, for a picture: 720p of a face that hardly moves
const PATIENCE = 4000; // ms for which a line may be broken before another way is looked for
const AGAIN = 8000; // ms from one search to the next; twice as long after each that found a way and was not yet done
const HOPELESS = 15_000; // ms after which the person is told that there is no direct line
const KINDS = /** @type {const} */ (["audio", "video"]);
const PEN = 1; // the number of the pen's channel, which both ends know beforehand

/**
 * @typedef {"connecting" | "connected" | "broken" | "none"} State "none": it was tried for long, and is still tried
 * @typedef {{audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} Tracks
 * @typedef {typeof KINDS[number]} Kind
 * @typedef {{by: string, to: string | null, description?: RTCSessionDescriptionInit,
 *   candidate?: RTCIceCandidateInit | null, ask?: readonly Kind[]}} Signal `by` and `to` name the connections: a page
 *   that was loaded again has another one; `ask`: make an offer in which there is a place for these
 */

export class Peer {
  /**
   * @param {Mesh} mesh
   * @param {string} id
   * @param {boolean} pens whether the coach is at one of its ends
   */
  constructor(mesh, id, pens) {
    this.mesh = mesh;
    this.id = id;
    this.name = crypto.randomUUID();
    /** @type {string | null} */
    this.theirs = null; // the name of their connection, once it is known
    this.offers = offers(mesh.you, id);
    this.offering = false;
    this.due = false; // another offer, after the answer to this one
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
    if (pens) this.open(this.line.createDataChannel("pen", { negotiated: true, id: PEN }));
    if (!this.offers) this.ask(); // who was here before learns that this page is another one
  }

  wire() {
    const { line } = this;
    line.onnegotiationneeded = () => {
      if (this.offers) void this.offer();
      else if (line.remoteDescription) this.ask(); // what was there before has its place in the first answer
    };
    line.onicecandidate = ({ candidate }) => this.say({ candidate: candidate?.toJSON() ?? null });
    line.ontrack = ({ track }) => this.show(track);
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
    for (const kind of KINDS) {
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
    if (this.offering || this.line.signalingState !== "stable") {
      this.due = true;
      return;
    }
    this.offering = true;
    this.due = false;
    try {
      await this.line.setLocalDescription();
      this.describe();
    } catch {
      // It was closed meanwhile.
    }
    this.offering = false;
  }

  describe() {
    const description = this.line.localDescription;
    if (description) this.say({ description: { type: description.type, sdp: description.sdp } });
  }

  // For an offer with places for what we send.
  ask() { this.say({ ask: KINDS.filter((kind) => this.senders[kind]?.track) }); }

  /**
   * @param {readonly Kind[]} kinds
   * @param {boolean} known whether they have heard of this line yet
   */
  asked(kinds, known) {
    const there = this.line.getTransceivers().map(({ receiver }) => receiver.track.kind);
    for (const kind of KINDS) {
      if (kinds.includes(kind) && !there.includes(kind)) this.line.addTransceiver(kind, { direction: "recvonly" });
    }
    if (known) void this.offer();
    else if (this.line.signalingState === "have-local-offer") this.describe(); // it may not have arrived
    else if (!this.offering && !this.line.localDescription) void this.offer();
  }

  /** @param {Signal} signal */
  hear(signal) {
    this.queue = this.queue.then(() => this.take(signal)).catch(() => {}); // what makes no sense changes nothing
  }

  /** @param {Signal} signal */
  async take({ by, to, description, candidate, ask }) {
    const { line } = this;
    this.theirs = by;
    if (ask && this.offers) this.asked(ask, to !== null);
    else if (description?.type === "offer" && !this.offers) {
      await line.setRemoteDescription(description);
      await line.setLocalDescription();
      this.describe();
      this.limit("video");
    } else if (description?.type === "answer" && line.signalingState === "have-local-offer") {
      await line.setRemoteDescription(description);
      this.limit("video");
      if (this.due) await this.offer();
    } else if (candidate) await line.addIceCandidate(candidate);
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
      if (!this.offers) this.ask();
      // An offer that nobody has answered may not have arrived: it goes again, with all ways that are known by now.
      else if (this.line.signalingState === "have-local-offer") this.describe();
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
    this.line.onconnectionstatechange = this.line.ontrack = null;
    this.line.close();
  }
}
