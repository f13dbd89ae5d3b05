// The coach's own camera and microphone: small for the sitter, loud enough for all, and neither is needed to guide.
import { one, make, text } from "./dom.js";
import { offer, press, resign } from "./room_dom.js";
import { loudness } from "./room_told.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { Tracks } from "./room_peer.js" */

const PARTS = 20; // of the meter
const LOUD = 6; // parts from which somebody is heard
const NONE = "none"; // chosen instead of a camera or a microphone
const SMALL = { width: { ideal: 320 }, height: { ideal: 240 }, frameRate: { ideal: 15 } }; // it is seen in a corner

export class Self {
  /**
   * @param {Bench} bench
   * @param {(tracks: Tracks) => void} give
   */
  constructor(bench, give) {
    this.bench = bench;
    this.give = give;
    /** @type {Tracks} */
    this.tracks = { audio: null, video: null };
    /** @type {Record<"audio" | "video", string>} */
    this.chosen = { audio: "", video: "" }; // the ids of the devices; "" for the browser's choice
    this.on = true; // the microphone
    this.state = "asks";
    /** @type {readonly MediaDeviceInfo[]} */
    this.devices = [];
    /** @type {AudioContext | null} */
    this.ear = null;
    /** @type {AnalyserNode | null} */
    this.meter = null;
    this.heard = -Infinity; // when it was loud enough last, ms
    this.samples = new Float32Array(1024);
    const { root } = bench;
    this.video = one(root, ".self video", HTMLVideoElement);
    this.bars = one(root, ".vu div");
    this.bars.append(...Array.from({ length: PARTS }, () => make("u")));
    for (const [kind, selector] of /** @type {const} */ ([["video", ".own-camera"], ["audio", ".own-microphone"]])) {
      const select = one(root, selector, HTMLSelectElement);
      select.onchange = () => { this.chosen[kind] = select.value; void this.get(kind); };
    }
    one(root, ".mic").onclick = () => this.turn(!this.on);
    this.timer = setInterval(() => this.listen(), 100);
    navigator.mediaDevices?.addEventListener?.("devicechange", () => void this.look());
  }

  close() {
    clearInterval(this.timer);
    for (const track of [this.tracks.audio, this.tracks.video]) track?.stop();
    void this.ear?.close();
  }

  // Both with one question; where one of them is missing, the other alone.
  async start() {
    const { mediaDevices } = navigator;
    this.show("asks");
    if (mediaDevices) {
      const both = await mediaDevices.getUserMedia({ audio: true, video: SMALL }).catch(() => null);
      if (both) this.take(both.getAudioTracks()[0] ?? null, both.getVideoTracks()[0] ?? null);
      else {
        await this.get("audio");
        await this.get("video");
      }
    }
    await this.look();
    this.show("there");
  }

  /** @param {"audio" | "video"} kind */
  async get(kind) {
    const id = this.chosen[kind];
    this.tracks[kind]?.stop();
    const wish = id ? { deviceId: { exact: id } } : {};
    const stream = id === NONE ? null : await navigator.mediaDevices
      .getUserMedia(kind === "audio" ? { audio: wish } : { video: { ...SMALL, ...wish } }).catch(() => null);
    const track = stream?.getTracks()[0] ?? null;
    if (kind === "audio") this.take(track, this.tracks.video);
    else this.take(this.tracks.audio, track);
  }

  /**
   * @param {MediaStreamTrack | null} audio
   * @param {MediaStreamTrack | null} video
   */
  take(audio, video) {
    const other = audio !== this.tracks.audio;
    this.tracks = { audio, video };
    for (const [kind, track] of /** @type {const} */ ([["audio", audio], ["video", video]])) {
      if (track) track.onended = () => { if (this.tracks[kind] === track) this.take(...this.without(kind)); };
    }
    if (audio) audio.enabled = this.on;
    this.video.srcObject = video && new MediaStream([video]);
    this.give(this.tracks);
    if (other) {
      this.hear(audio);
      this.tell();
    }
    this.bench.ask();
  }

  /** @type {(kind: "audio" | "video") => [MediaStreamTrack | null, MediaStreamTrack | null]} */
  without(kind) {
    return kind === "audio" ? [null, this.tracks.video] : [this.tracks.audio, null];
  }

  tell() { this.bench.send({ kind: "microphone", on: Boolean(this.tracks.audio) && this.on }); }

  /** @param {boolean} on */
  turn(on) {
    this.on = on;
    if (this.tracks.audio) this.tracks.audio.enabled = on;
    this.tell();
    this.bench.ask();
  }

  /** @param {MediaStreamTrack | null} audio */
  hear(audio) {
    void this.ear?.close();
    this.ear = this.meter = null;
    if (!audio) return;
    this.ear = new AudioContext();
    this.meter = this.ear.createAnalyser();
    this.ear.createMediaStreamSource(new MediaStream([audio])).connect(this.meter);
  }

  listen() {
    if (this.bars.offsetParent === null) return; // the lobby is not shown
    this.meter?.getFloatTimeDomainData(this.samples);
    const loud = this.meter && this.on ? loudness(this.samples, PARTS) : 0;
    [...this.bars.children].forEach((bar, at) => bar.classList.toggle("on", at < loud));
    const now = performance.now();
    if (loud >= LOUD) this.heard = now;
    const { words } = this.bench.settings;
    const said = !this.tracks.audio ? words.no_microphone : now - this.heard < 3000 ? words.heard : words.not_heard;
    text(one(this.bench.root, ".heard"), said ?? "");
    one(this.bench.root, ".heard").classList.toggle("good", now - this.heard < 3000);
  }

  async look() {
    this.devices = await navigator.mediaDevices?.enumerateDevices().catch(() => []) ?? [];
    this.bench.ask();
  }

  /** @param {"asks" | "there"} state */
  show(state) {
    this.state = state;
    this.bench.ask();
  }

  render() {
    const { root, settings: { words } } = this.bench;
    const { audio, video } = this.tracks;
    const asks = this.state === "asks";
    this.video.hidden = !video;
    one(root, ".me > span").hidden = !video;
    const none = one(root, ".me .none");
    none.hidden = Boolean(video);
    text(none, (asks ? words.own_asks : audio ? words.own_off : words.own_nothing) ?? "");
    const lists = /** @type {const} */ ([
      [".own-camera", "videoinput", "camera", video], [".own-microphone", "audioinput", "microphone", audio],
    ]);
    for (const [selector, kind, key, track] of lists) {
      const found = this.devices.filter((one) => one.kind === kind && one.deviceId);
      const options = [
        ...found.map(({ deviceId, label }, at) => (
          { value: deviceId, label: label || fill(words[`${key}_number`] ?? "", { number: at + 1 }) })),
        { value: NONE, label: words[`${key}_none`] ?? "" },
      ];
      offer(one(root, selector, HTMLSelectElement), options, track?.getSettings().deviceId ?? NONE);
    }
    const mic = one(root, ".mic");
    press(mic, this.on && Boolean(audio));
    resign(mic, this.on && audio ? "mic" : "mute");
    text(one(mic, "span"), (this.on && audio ? words.mute : words.unmute) ?? "");
  }
}
