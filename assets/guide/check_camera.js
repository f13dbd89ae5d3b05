// Tries of the camera: its size, its names, what it lets be changed, and the photographs that it gives.
import { takeBurst } from "./burst.js";
import { eyeOf } from "./burst_camera.js";
import { BEST, abilities, meddling } from "./capture.js";
import { asleep, until } from "./check_bench.js";
import { failed, megabytes, nameOf, nameless, result, sized } from "./check_result.js";
import { eachPicture } from "./picture_link.js";

/** @import { Bench } from "./check_bench.js" */
/** @import { Result } from "./check_result.js" */

const FIRST = 10_000; // ms to the first picture
const COUNTED = 2_000; // ms for which pictures are counted

export const ASKED = { width: BEST.width.ideal, height: BEST.height.ideal, rate: BEST.frameRate.ideal };

/** @param {Bench} bench */
async function measured({ capture }) {
  if (!await until(() => capture.size, FIRST)) return result("no", "late");
  let count = 0;
  const begun = performance.now();
  const end = eachPicture(capture.video, () => { count += 1; });
  await asleep(COUNTED);
  end();
  const rate = Math.round((1000 * count) / (performance.now() - begun));
  const got = sized(ASKED, { width: 0, height: 0, ...capture.size, rate });
  const { frameRate, facingMode, width, height } = capture.track?.getSettings() ?? {};
  return { ...got, found: { ...got.found, asked: ASKED, settings: { frameRate, facingMode, width, height } } };
}

/** @param {Bench} bench */
export async function front(bench) {
  const { capture } = bench;
  try {
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("no camera", "NotSupportedError");
    await capture.open({ sample: false, facing: "user" });
    return await measured(bench);
  } catch (error) {
    await capture.open({ sample: true }); // so that all else can be tried
    await until(() => capture.size, FIRST);
    return result("no", "no_camera", { error: nameOf(error) });
  }
}

/** @param {Bench} bench */
export async function cameras({ camera }) {
  const all = (await navigator.mediaDevices?.enumerateDevices?.() ?? []).filter(({ kind }) => kind === "videoinput");
  const labels = all.map(({ label }) => nameless(label));
  const names = labels.filter(Boolean).join(", ");
  if (!all.length || !camera) return result("cannot", "needs_camera", {}, { labels });
  if (labels.every(Boolean)) return result("works", "cameras", { names }, { labels });
  const count = labels.filter((label) => !label).length;
  return result("part", "cameras_nameless", { all: all.length, count }, { labels });
}

/** @param {Bench} bench */
export async function rear(bench) {
  if (!bench.camera) return result("cannot", "needs_camera");
  const { capture } = bench;
  /** @type {Result} */
  let got;
  try {
    await capture.open({ sample: false, facing: "environment" });
    const is = capture.track?.getSettings().facingMode === "environment";
    got = is ? await measured(bench) : result("cannot", "no_rear");
  } catch (error) {
    got = failed(error);
  }
  await capture.open({ sample: false, facing: "user" });
  await until(() => capture.size, FIRST);
  return got;
}

/** @param {Bench} bench */
export async function system({ camera, capture: { track } }) {
  if (!camera || !track) return result("cannot", "needs_camera");
  /** @type {Parameters<typeof meddling>[0]} */
  const settings = track.getSettings();
  const { backgroundBlur, faceFraming } = settings;
  const what = meddling(settings);
  const found = { backgroundBlur, faceFraming };
  if (what) return result("part", `system_${what}`, {}, found);
  const untold = backgroundBlur === undefined && faceFraming === undefined;
  return untold ? result("cannot", "system_untold", {}, found) : result("works", "system_plain", {}, found);
}

/** @param {Bench} bench */
export async function controls({ camera, capture: { track }, settings: { words } }) {
  if (!camera || !track) return result("cannot", "needs_camera");
  const capabilities = /** @type {Record<string, unknown>} */ (track.getCapabilities?.() ?? {});
  const settings = /** @type {Record<string, unknown>} */ (track.getSettings());
  const found = abilities(capabilities, settings);
  if (!found.length) return result("no", "uncontrolled");
  const names = found.map(({ name }) => words[`ability_${name}`]).join(", ");
  return result(found.length < 4 ? "part" : "works", "controls", { names }, { abilities: found });
}

/** @param {Bench} bench */
export async function burst(bench) {
  const { capture } = bench;
  const { size } = capture;
  if (!size) return result("cannot", "needs_picture");
  const eye = eyeOf({ track: capture.track, video: capture.video, renew: () => capture.renew() });
  const taken = async () => {
    const begun = performance.now();
    const photo = await eye.photo();
    const ms = Math.round(performance.now() - begun);
    bench.photo = photo && { width: photo.width, height: photo.height, size: photo.blob.size, ms };
    return photo;
  };
  const begun = performance.now();
  let ms = 0;
  const sight = { use: "", viewer: "front", window: { left: 0, top: 0, ...size } };
  await takeBurst({ ...eye, photo: taken }, sight, (picture) => {
    if (picture.source === "frame") ms = Math.round(performance.now() - begun); // the photograph has its own time
    bench.pictures.push(picture);
  });
  const frames = bench.pictures.filter(({ source }) => source === "frame");
  const [{ width, height } = size] = frames;
  const bytes = frames.map(({ blob }) => blob.size);
  const all = bytes.reduce((sum, one) => sum + one, 0);
  return result("works", "burst", { count: frames.length, width, height, size: megabytes(all), ms },
    { count: frames.length, width, height, bytes, ms });
}

/** @param {Bench} bench */
export async function photo({ camera, photo }) {
  if (!camera) return result("cannot", "needs_camera");
  if (!globalThis.ImageCapture?.prototype.takePhoto) return result("no", "missing");
  if (!photo) return result("no", "photoless");
  return result("works", "photo", { ...photo, size: megabytes(photo.size) }, photo);
}
