// Where the voice is turned on and off, and how it speaks: who, how fast, and with which tones.
import { RATES } from "./choices.js";
import { make, one, text } from "./dom.js";
import { sound } from "./sound.js";
import { voice } from "./voice.js";
import { offered, speaker } from "./voices.js";
import { fill } from "./words.js";

/** @import { Choices } from "./choices.js" */
/** @import { Tone } from "./voice_state.js" */
/** @import { Words } from "./words.js" */

export class VoiceSettings {
  /**
   * @param {ParentNode} root
   * @param {(change: Partial<Choices>) => void} choose
   */
  constructor(root, choose) {
    this.button = one(root, ".voice");
    this.box = one(root, ".voice-box");
    this.speaker = one(this.box, ".speaker", HTMLSelectElement);
    this.rate = one(this.box, ".rate", HTMLSelectElement);
    this.tones = one(this.box, ".tones", HTMLInputElement);
    this.note = one(this.box, ".note");
    this.choose = choose;
    this.on = false;
    this.shown = "";
    this.button.onclick = () => this.turn();
    this.speaker.onchange = () => this.change({ speaker: this.speaker.value });
    this.rate.onchange = () => this.change({ rate: Number(this.rate.value) });
    this.tones.onchange = () => choose({ tones: this.tones.checked });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.box.querySelectorAll("[data-tone]"))) {
      button.onclick = () => sound.tone(/** @type {Tone} */ (button.dataset.tone));
    }
  }

  turn() {
    this.choose({ voice: !this.on });
    voice.turn(this.on);
  }

  // Heard at once as it will be.
  /** @param {Partial<Choices>} change */
  change(change) {
    this.choose(change);
    if (this.on) voice.turn(true);
  }

  /**
   * @param {Choices} choices
   * @param {Words} words
   * @param {string} lang
   */
  show(choices, words, lang) {
    this.on = choices.voice;
    voice.settle(choices, words, lang);
    this.button.setAttribute("aria-pressed", String(this.on));
    this.button.dataset.mute = String(voice.mute);
    this.tones.checked = choices.tones;
    this.list(offered(voice.voices, lang), choices, words, lang);
  }

  /**
   * @param {readonly SpeechSynthesisVoice[]} known
   * @param {Choices} choices
   * @param {Words} words
   * @param {string} lang
   */
  list(known, choices, words, lang) {
    const uris = known.map(({ voiceURI }) => voiceURI);
    const shown = JSON.stringify([uris, choices.speaker, choices.rate, lang, voice.mute]);
    if (shown === this.shown) return;
    this.shown = shown;
    const spoken = speaker(known, lang, choices.speaker);
    const rows = known.map(({ voiceURI, name, localService }) => make("option", {
      value: voiceURI, textContent: localService ? name : fill(words.voice_afar, { name }),
    }));
    if (!spoken) rows.unshift(make("option", { value: "", textContent: words.voice_choose }));
    one(this.box, "label").hidden = !known.length;
    this.speaker.replaceChildren(...rows);
    this.speaker.value = spoken?.voiceURI ?? "";
    const names = Object.keys(RATES);
    this.rate.replaceChildren(...names.map((name) => make("option", {
      value: String(RATES[name]), textContent: words[`rate_${name}`],
    })));
    this.rate.value = String(choices.rate);
    const afar = known.some(({ localService }) => !localService);
    const note = voice.mute ? words.voice_mute : afar ? words.voice_network : "";
    text(this.note, known.length ? note : words.voice_nobody);
  }
}
