// The voices of this browser that speak the page's language. Those of the machine come first, and only they are taken
// unasked: a voice over the network sends every word to its maker.

/** @typedef {Pick<SpeechSynthesisVoice, "lang" | "localService" | "default" | "voiceURI" | "name">} Voice */

// "de" of "de-CH", and of "de_CH", as Android writes it.
/** @param {string} tag */
function spoken(tag) { return tag.toLowerCase().split(/[-_]/, 1)[0]; }

/**
 * Those of that language: the machine's own first, and among them the one that the browser would take.
 * @template {Voice} V
 * @param {readonly V[]} voices
 * @param {string} lang
 * @returns {V[]}
 */
export function offered(voices, lang) {
  const rank = (/** @type {V} */ { localService, default: first }) => (localService ? 0 : 2) + (first ? 0 : 1);
  return voices.filter((voice) => spoken(voice.lang) === spoken(lang)).sort((a, b) => rank(a) - rank(b));
}

/**
 * The one that speaks: the one that was chosen, if it speaks the language; else the machine's own; else none.
 * @template {Voice} V
 * @param {readonly V[]} voices
 * @param {string} lang
 * @param {string} wanted its voiceURI, empty for none
 * @returns {V | null}
 */
export function speaker(voices, lang, wanted) {
  const known = offered(voices, lang);
  return known.find(({ voiceURI }) => voiceURI === wanted) ?? known.find(({ localService }) => localService) ?? null;
}
