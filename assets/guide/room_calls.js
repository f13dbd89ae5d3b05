// Who is seen and heard on this page: the direct lines of room_mesh.js, put into its video and its loudspeaker.
import { make, one, text } from "./dom.js";
import { Mesh } from "./room_mesh.js";
import { theSitter } from "./room_state.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { Way } from "./room_head.js" */
/** @import { Pen } from "./room_peer_state.js" */
/** @import { Tracks } from "./room_peer.js" */
/** @import { RoomStage } from "./room_stage.js" */
/** @import { Ice, RoomView } from "./room.d.ts" */

const EVERY = 2000; // ms between two looks at how a line goes

export class Calls {
  /**
   * @param {Bench} bench
   * @param {RoomStage} stage
   */
  constructor(bench, stage) {
    this.bench = bench;
    this.stage = stage;
    /** @type {Mesh | null} */
    this.mesh = null;
    /** @type {Tracks} */
    this.tracks = { audio: null, video: null };
    /** @type {Map<string, MediaStream>} */
    this.streams = new Map();
    /** @type {Map<string, HTMLAudioElement>} */
    this.voices = new Map();
    /** @type {Way} */
    this.way = { state: null, stats: null };
    this.silent = false; // the browser plays no sound before somebody has pressed something
    one(bench.root, ".sound").onclick = () => this.loud();
    this.timer = setInterval(() => void this.measure(), EVERY);
  }

  close() {
    clearInterval(this.timer);
    this.mesh?.close();
    this.mesh = null;
  }

  /**
   * @param {string} you
   * @param {readonly Ice[]} ice
   */
  enter(you, ice) {
    if (this.mesh?.you === you) return; // the lines that stand are kept
    this.mesh?.close();
    const { bench, stage } = this;
    this.mesh = new Mesh(you, ice, {
      signal: (to, data) => void bench.line.send({ kind: "signal", to, data }),
      stream: (id, stream) => this.show(id, stream),
      state: () => void this.measure(),
      pen: (_, what) => stage.hear(what),
      gone: (id) => this.gone(id),
    });
    this.mesh.give(this.tracks);
  }

  /** @param {RoomView} room */
  settle(room) {
    this.mesh?.settle(room);
    void this.measure();
  }

  /** @param {Tracks} tracks */
  give(tracks) {
    this.tracks = tracks;
    this.mesh?.give(tracks);
  }

  /**
   * @param {string} from
   * @param {string} data
   */
  hear(from, data) { this.mesh?.hear(from, data); }

  /**
   * @param {Pen} message
   * @returns {boolean} whether somebody can only be reached by the server
   */
  pen(message) { return !this.mesh || this.mesh.pen(message).length > 0; }

  get sitter() { return theSitter(this.bench.known.room)?.id ?? ""; }

  get plays() {
    const there = ["connected", "broken"].includes(this.way.state ?? "");
    if (this.bench.known.room?.doing?.playing === false) return false; // its last frame would stand still
    return there && Boolean(this.streams.get(this.sitter)?.getVideoTracks().length);
  }

  /**
   * @param {string} id
   * @param {MediaStream} stream
   */
  show(id, stream) {
    this.streams.set(id, stream);
    const voice = this.voices.get(id) ?? make("audio");
    if (!this.voices.has(id)) {
      this.voices.set(id, voice);
      one(this.bench.root, ".voices").append(voice);
    }
    if (stream.getAudioTracks().length) {
      voice.srcObject = stream;
      this.play(voice);
    }
    void this.measure();
  }

  /** @param {HTMLAudioElement} voice */
  play(voice) {
    voice.play().catch((error) => {
      if (error.name !== "NotAllowedError") return; // another stream took its place
      this.silent = true;
      this.bench.ask();
    });
  }

  loud() {
    this.silent = false;
    for (const voice of this.voices.values()) this.play(voice);
    this.bench.ask();
  }

  /** @param {string} id */
  gone(id) {
    this.streams.delete(id);
    this.voices.get(id)?.remove();
    this.voices.delete(id);
    void this.measure();
  }

  async measure() {
    const { mesh, sitter } = this;
    const state = sitter ? mesh?.state(sitter) ?? null : null;
    const stats = sitter ? await mesh?.stats(sitter).catch(() => null) ?? null : null;
    this.way = { state, stats };
    this.bench.ask();
  }

  render() {
    const { bench: { root, known, settings: { words } } } = this;
    this.stage.show(this.streams.get(this.sitter) ?? null);
    one(root, ".sound").hidden = !this.silent;
    const small = root.querySelector(".coach-small");
    if (!(small instanceof HTMLVideoElement)) return;
    const coach = known.room?.people.find(({ role, admitted }) => role === "coach" && admitted);
    const stream = this.streams.get(coach?.id ?? "") ?? null;
    if (small.srcObject !== stream) small.srcObject = stream;
    small.hidden = !stream?.getVideoTracks().length;
    small.setAttribute("aria-label", words.coach_picture ?? "");
    text(one(root, ".coach-name"), coach?.name ?? "");
  }
}
