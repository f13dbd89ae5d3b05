// Tries of the ways to the guide: small pictures by both carriers, and a whole one in pieces.
import { asleep, until } from "./check_bench.js";
import { median, megabytes, result } from "./check_result.js";
import { feed } from "./feed.js";
import { Link } from "./link.js";
import { LIMITS } from "./link_state.js";
import { PictureServer } from "./picture_server.js";
import { Sender } from "./sender.js";

/** @import { Bench } from "./check_bench.js" */
/** @import { Carrier } from "./link_state.js" */

const CONNECTS = 15_000; // ms: five times what the guide waits before it goes over to the other way
const LOOKS = 40_000; // ms to the first look, which loads what looks
const COUNTED = 3_000; // ms for which looks are counted
const ENOUGH = 5; // looks a second: with fewer, what is said lags behind the sitter
const SENT = 120_000; // ms for a picture to be sent and looked at, on a slow line

/**
 * Begin to send by that way.
 * @param {Bench} bench
 * @param {Carrier} way
 */
function turned(bench, way) {
  const link = bench.link ??= new Link(bench.capture, feed, () => {});
  link.wished = way;
  link.look();
  return link;
}

/** @param {Bench} bench how many looks a second there are */
async function looked(bench) {
  const [before, begun] = [bench.looks, performance.now()];
  await asleep(COUNTED);
  return Math.round((10_000 * (bench.looks - before)) / (performance.now() - begun)) / 10;
}

/** @param {Bench} bench */
export async function webrtc(bench) {
  if (!bench.capture.size) return result("cannot", "needs_picture");
  if (!bench.room) return result("cannot", "no_seat");
  if (!("RTCPeerConnection" in globalThis)) return result("no", "missing");
  const begun = performance.now();
  const before = bench.looks;
  const link = turned(bench, "webrtc");
  const connects = await until(() => link.frames > link.before, CONNECTS);
  if (!connects) return result("no", "unconnected", { seconds: CONNECTS / 1000 });
  const ms = Math.round(performance.now() - begun);
  if (!await until(() => bench.looks > before, LOOKS)) return result("part", "connected", { ms });
  const rate = await looked(bench);
  return result(rate >= ENOUGH ? "works" : "part", "webrtc", { ms, rate });
}

/** @param {Bench} bench */
export async function websocket(bench) {
  if (!bench.capture.size) return result("cannot", "needs_picture");
  if (!bench.room) return result("cannot", "no_seat");
  const link = turned(bench, "websocket");
  if (!await until(() => link.lags.length, LOOKS)) return result("no", "late");
  link.lags = []; // the first ones wait for what looks to be loaded
  const rate = await looked(bench);
  const ms = Math.round(median(link.lags));
  link.close();
  bench.link = null;
  feed.send("rest");
  if (!link.lags.length) return result("no", "late");
  return result(ms <= LIMITS.old && rate >= ENOUGH ? "works" : "part", "websocket", { ms, rate });
}

/** @param {Bench} bench */
export async function upload({ pictures, settings: { session } }) {
  const picture = [...pictures].sort((a, b) => b.blob.size - a.blob.size)[0]; // the one of the most pieces
  if (!picture) return result("cannot", "needs_picture");
  const server = new PictureServer();
  server.session = session;
  const begun = performance.now();
  const since = () => Math.round(performance.now() - begun);
  let [pieces, ms, refused] = [0, 0, false];
  /** @type {number | null} */
  let more = null;
  const sender = new Sender(server, (_, what) => {
    if (what.is === "has" && what.bytes) pieces += 1;
    if (what.is === "has" && what.bytes === picture.blob.size) ms = since();
    if (what.is === "judged") more = since() - ms;
    if (what.is === "refused") refused = true;
  });
  await Promise.race([sender.send(picture), asleep(SENT)]);
  sender.drop(picture.id);
  await server.forget(picture.id).catch(() => {}); // it forgets by itself when the page has gone
  const sent = { size: megabytes(picture.blob.size), count: pieces, ms };
  // All bytes are there only once the guide has summed them up and found the same SHA-256.
  if (refused) return result("no", "refused", sent);
  if (!ms) return result("no", "late", sent);
  return more === null ? result("part", "unjudged", sent) : result("works", "upload", { ...sent, more });
}
