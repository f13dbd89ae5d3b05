// Tries of the browser itself: what needs neither a camera nor the guide.
import { asleep, until } from "./check_bench.js";
import { result } from "./check_result.js";
import { canWriteFolders } from "./files.js";
import { sum } from "./picture_server.js";
import { Screen } from "./screen.js";
import { sound } from "./sound.js";
import { Store } from "./store.js";
import { voice } from "./voice.js";
import { speaker } from "./voices.js";

/** @import { Bench } from "./check_bench.js" */

const SPEAKS = 8_000; // ms: a mute voice is given up after two, and tried again once voices are listed
const ENDS = 12_000;
const SOUNDS = 2_000;

/**
 * Said and sounded within the press of a button: browsers allow neither before, and some only then.
 * @param {Bench} bench
 */
export function unlock({ settings: { words, lang } }) {
  // Of the voice's own words only the sentence that is tried: what came of it, the table says.
  voice.settle({ rate: 1, speaker: "", tones: true }, { voice_on: words.voice_on ?? "" }, lang);
  voice.turn(true);
  sound.audible();
  sound.play([], 0);
}

export async function secure() {
  return isSecureContext ? result("works", "secure") : result("no", "insecure");
}

/** @param {Bench} bench */
export async function speech({ settings: { lang } }) {
  if (!voice.speech) return result("no", "missing");
  const works = await until(() => voice.known.works, SPEAKS);
  const found = { voices: voice.voices.length, own: speaker(voice.voices, lang, "") !== null };
  await until(() => !voice.known.speaking, ENDS);
  voice.turn(false);
  if (works) return found.own ? result("works", "spoke", {}, found) : result("part", "spoke_unlisted", {}, found);
  return result("no", found.own ? "speechless" : "voiceless", {}, found);
}

export async function tones() {
  const asked = sound.tone("ready");
  const runs = asked && await until(() => sound.context?.state === "running", SOUNDS);
  await asleep(runs ? 600 : 0); // until they are over
  sound.close();
  return runs ? result("works", "sounded") : result("no", "soundless");
}

/** @param {Bench} bench */
export async function stored({ pictures: [picture] }) {
  if (!picture) return result("cannot", "needs_picture");
  const store = new Store();
  try {
    await store.put(picture);
    if (!store.lasting) return result("no", "unstored");
    const back = (await store.all()).find(({ id }) => id === picture.id);
    const same = back && await sum(back.blob) === picture.sha256;
    return same ? result("works", "stored") : result("no", "stored_other");
  } finally {
    await store.remove(picture.id);
  }
}

export async function wake() {
  if (!("wakeLock" in navigator)) return result("no", "missing");
  const screen = new Screen();
  screen.hold(true);
  const held = await until(() => screen.lock && !screen.lock.released, SOUNDS);
  screen.hold(false);
  return held ? result("works", "awake") : result("no", "sleepy");
}

export async function folder() {
  return canWriteFolders ? result("works", "folder") : result("no", "folderless");
}
