// What is said, when, and by whom: a pure function of what was known, of what has happened, and of the time. It knows
// no voice, no element and no clock; voice.js listens and speaks. docs/voice.md has the reasons for the times.
//
// There are two ways to say something: the voice, and the live region, which a screen reader reads out. Only one of
// them is used at a time: the voice once it is on and was heard to begin, otherwise the region.

export const LIMITS = {
  held: 1000, // ms for which a cue must stand before it is said
  apart: 2500, // ms from the beginning of one sentence to the beginning of the next
  mute: 2000, // ms in which a voice must begin, or it counts as mute
  tries: 3, // after so many a mute voice is left alone until it is turned on again
  stuck: 12_000, // ms after which a sentence that has not ended never will: Chrome stops network voices at 15 s
};

/**
 * @typedef {"nearer" | "farther" | "ready"} Tone
 *
 * @typedef {object} Cue
 * @property {string} words
 * @property {Tone | null} tone
 *
 * @typedef {object} Sentence one that the voice was given and has not ended
 * @property {string} words
 * @property {number} since
 * @property {boolean} begun
 * @property {boolean} trial said to learn whether the voice works
 *
 * @typedef {{do: "speak", words: string} | {do: "write", words: string} | {do: "tone", tone: Tone}
 *   | {do: "cancel"} | {do: "mute"}} Act what is to be done now; mute tells that the voice did not work
 *
 * @typedef {{is: "cue", cue: Cue | null} | {is: "news", words: string} | {is: "turned", on: boolean, words: string}
 *   | {is: "touched", words: string} | {is: "begun"} | {is: "over"} | {is: "failed"} | {is: "later"}} Event
 *
 * @typedef {object} Known
 * @property {boolean} on the person wants the voice
 * @property {boolean} works it was heard to begin, and has not failed since
 * @property {number} tries how often it was tried in vain since it was turned on
 * @property {Sentence | null} speaking
 * @property {number} said when the last sentence began, by either way
 * @property {Cue | null} cue the one that stands
 * @property {number} since when it began to stand
 * @property {string} last the words of the last cue that was said
 * @property {string} news what is to be said before any cue
 * @property {readonly Act[]} acts what is to be done now
 * @property {number | null} wake when to look again, though nothing may happen until then
 */

/** @type {Known} */
export const FIRST = {
  on: false, works: false, tries: 0, speaking: null, said: -Infinity, cue: null, since: -Infinity, last: "", news: "",
  acts: [], wake: null,
};

/**
 * What is known after this event, with what is to be done.
 * @param {Known} known
 * @param {Event} event
 * @param {number} now in milliseconds, of any clock that does not jump
 * @returns {Known}
 */
export function next(known, event, now) {
  return settled(after({ ...known, acts: [] }, event, now), now);
}

/** @type {(known: Known, event: Event, now: number) => Known} */
function after(known, event, now) {
  switch (event.is) {
    case "cue": return event.cue?.words === known.cue?.words ? known : { ...known, cue: event.cue, since: now };
    case "news": return { ...known, news: event.words };
    case "turned": return turned(known, event.on, event.words, now);
    case "touched": return tried(known, event.words, now);
    case "begun": return begun({ ...known, said: now });
    case "over": return { ...known, speaking: null };
    case "failed": return failed(known);
    case "later": return known;
  }
}

/** @type {(known: Known, act: Act) => Known} */
function act(known, act) {
  return { ...known, acts: [...known.acts, act] };
}

/** @type {(known: Known, on: boolean, words: string, now: number) => Known} */
function turned(known, on, words, now) {
  if (!on) {
    const silent = known.speaking ? act({ ...known, speaking: null }, { do: "cancel" }) : known;
    return { ...silent, on, news: words };
  }
  const turned = { ...known, on, tries: 0 };
  if (!words) return turned; // remembered of another visit: nobody has touched the page yet
  return known.works ? { ...turned, news: words } : tried(turned, words, now);
}

// Browsers let a page speak only once the person has touched it, and some only within that touch.
/** @type {(known: Known, words: string, now: number) => Known} */
function tried(known, words, now) {
  if (!known.on || known.works || known.speaking || known.tries >= LIMITS.tries) return known;
  return spoken(known, words, now, true);
}

// Heard now, which is later than it was asked for; or read now, by the region.
/** @type {(known: Known) => Known} */
function begun(known) {
  if (!known.speaking) return known;
  const heard = { ...known, works: true, speaking: { ...known.speaking, begun: true } };
  return known.works ? heard : act(heard, { do: "write", words: "" }); // the region is silent from now on
}

// What it was to say is said by the region, unless something newer waits.
/** @type {(known: Known) => Known} */
function failed(known) {
  const { speaking } = known;
  if (!speaking) return known;
  const without = { ...known, works: false, speaking: null };
  if (!speaking.trial) return { ...without, news: known.news || speaking.words };
  const tried = { ...without, tries: known.tries + 1 };
  return known.tries ? tried : act(tried, { do: "mute" });
}

/** @type {(known: Known, now: number) => Known} */
function settled(known, now) {
  const at = sayable(patient(known, now), now);
  return { ...at, wake: wakes(at, now) };
}

// A voice that does not begin, or does not end, is not waited for.
/** @type {(known: Known, now: number) => Known} */
function patient(known, now) {
  const { speaking } = known;
  if (!speaking || now < patience(speaking)) return known;
  return act(speaking.begun ? { ...known, speaking: null } : failed(known), { do: "cancel" });
}

/** @type {(speaking: Sentence) => number} */
function patience({ since, begun }) { return since + (begun ? LIMITS.stuck : LIMITS.mute); }

/** @type {(known: Known, now: number) => Known} */
function sayable(known, now) {
  const { cue, since, news, speaking, said, last } = known;
  const held = now >= since + LIMITS.held;
  if (!cue && held && last) return sayable({ ...known, last: "" }, now); // the same cue is news after a while without
  if (speaking || now < said + LIMITS.apart) return known;
  if (news) return begins({ ...known, news: "" }, news, now);
  if (!cue || !held || cue.words === last) return known;
  const toned = known.on && cue.tone ? act(known, { do: "tone", tone: cue.tone }) : known;
  return begins({ ...toned, last: cue.words }, cue.words, now);
}

/** @type {(known: Known, words: string, now: number) => Known} */
function begins(known, words, now) {
  if (known.on && known.works) return spoken(known, words, now, false);
  return act({ ...known, said: now }, { do: "write", words });
}

/** @type {(known: Known, words: string, now: number, trial: boolean) => Known} */
function spoken(known, words, now, trial) {
  const speaking = { words, since: now, begun: false, trial };
  return act({ ...known, speaking, said: now }, { do: "speak", words });
}

/** @type {(known: Known, now: number) => number | null} */
function wakes({ speaking, said, cue, since, last, news }, now) {
  if (speaking) return patience(speaking);
  const free = said + LIMITS.apart;
  if (news) return free;
  const held = since + LIMITS.held;
  if (cue) return cue.words === last ? null : Math.max(free, held);
  return last && held > now ? held : null;
}
