// Pictures on their way to the server: whole, in pieces, over lines that break and to servers that forget.
import assert from "node:assert/strict";
import { test } from "node:test";
import { next } from "../picture.js";
import { fileName, PictureServer, Refusal } from "../picture_server.js";
import { meaning, Sender } from "../sender.js";
import { answer, digest, picture, Server } from "./pictures.js";

/** @import { Picture } from "../picture.js" */

function line() {
  const server = new Server();
  const asked = new PictureServer(server.ask);
  asked.session = "token";
  /** @type {Record<string, Picture>} */
  const known = {};
  /** @type {string[]} */
  const told = [];
  /** @type {number[]} */
  const waits = [];
  const sender = new Sender(asked, (id, what) => {
    told.push(what.is);
    const before = known[id];
    if (before) known[id] = next(before, what);
  }, async (ms) => { waits.push(ms); });
  /** @param {Picture} one */
  const send = (one) => {
    known[one.id] = one;
    return sender.send(one);
  };
  return { server, sender, known, told, waits, send };
}

/** @param {Server} server @param {string} id */
function arrived(server, id) {
  return digest(new Uint8Array(server.files.get(id)?.bytes ?? []));
}

test("a picture arrives whole, in pieces of at most 256 kB, and is judged", async () => {
  const { server, known, send } = line();
  const one = picture("a");
  await send(one);
  assert.equal(arrived(server, "a"), one.sha256);
  assert.equal(known.a?.state, "judged");
  assert.deepEqual(server.asked, [
    "POST pictures/a", "PUT pictures/a?at=0", "PUT pictures/a?at=262144", "PUT pictures/a?at=524288",
    "POST pictures/a/judge",
  ]);
});

test("after a cut it goes on where the server's bytes end", async () => {
  const { server, known, waits, send } = line();
  let cut = 3;
  server.fail = (path) => {
    if (path.includes("at=262144") && cut) {
      cut -= 1;
      throw new TypeError("cut");
    }
    return null;
  };
  const one = picture("a");
  await send(one);
  assert.equal(arrived(server, "a"), one.sha256);
  assert.equal(known.a?.state, "judged");
  assert.equal(server.asked.filter((asked) => asked.endsWith("at=0")).length, 1);
  assert.equal(waits.length, 3);
});

test("each failure in a row makes the pause longer, and a piece that arrives makes it short again", async () => {
  const { server, waits, send } = line();
  let failures = 0;
  server.fail = (path) => {
    failures += 1;
    if (failures <= 5 || (path.includes("at=262144") && failures <= 8)) throw new TypeError("cut");
    return null;
  };
  await send(picture("a"));
  assert.ok(Number(waits[4]) > 2 * Number(waits[0]));
  assert.ok(Number(waits[5]) < Number(waits[4]));
});

test("a piece that was spoilt on its way is sent again, and a line that spoils all of them is given up", async () => {
  const { server, known, send } = line();
  let spoilt = 2;
  server.fail = (path) => (path.includes("at=0") && spoilt-- > 0 ? answer(422, { have: 0 }) : null);
  await send(picture("a"));
  assert.equal(known.a?.state, "judged");
  server.fail = (path) => (path.includes("at=") ? answer(422, { have: 0 }) : null);
  await send(picture("b"));
  assert.equal(known.b?.state, "refused");
});

test("a server that forgot the picture half way, or before it was judged, gets it again", async () => {
  for (const place of ["at=262144", "judge"]) {
    const { server, known, told, waits, send } = line();
    let forgets = true;
    server.fail = (path) => {
      if (forgets && path.includes(place)) {
        forgets = false;
        server.files.clear();
      }
      return null;
    };
    const one = picture("a");
    await send(one);
    assert.equal(arrived(server, "a"), one.sha256);
    assert.equal(known.a?.state, "judged");
    assert.ok(told.includes("forgotten"));
    assert.deepEqual(waits, []);
  }
});

test("a server that was started again knows no session: the picture waits for the next token", async () => {
  const { server, sender, known, send } = line();
  sender.wait = () => new Promise(() => {}); // only hurry() ends it
  const strange = (/** @type {RequestInit} */ init) => new Headers(init.headers).get("x-framing-session") === "token";
  server.fail = (_, init) => (strange(init) ? answer(404, null) : null);
  const over = send(picture("a"));
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.equal(known.a?.state, "waiting");
  assert.ok(sender.lost);
  sender.server.session = "another";
  sender.hurry();
  await over;
  assert.equal(known.a?.state, "judged");
  assert.ok(!sender.lost);
});

test("at most two are on their way at once, and all arrive before the first was looked at", async () => {
  const { server, known, send } = line();
  let under = 0;
  let most = 0;
  let look = () => {};
  const looking = new Promise((resolve) => { look = () => resolve(null); });
  const { ask } = server;
  const counted = new PictureServer(async (path, init) => {
    const goes = Number(!path.endsWith("judge"));
    under += goes;
    most = Math.max(most, under);
    if (path.endsWith("judge")) await looking;
    const said = await ask(path, init);
    under -= goes;
    return said;
  });
  const { sender } = line();
  sender.server = counted;
  const all = ["a", "b", "c", "d", "e"].map((id) => picture(id));
  const over = Promise.all(all.map((one) => sender.send(one)));
  while (all.some(({ id, sha256 }) => arrived(server, id) !== sha256)) {
    await new Promise((resolve) => { setTimeout(resolve, 1); });
  }
  assert.equal(most, 2);
  look();
  await over;
  await Promise.all([send(picture("x")), send(picture("y"))]);
  assert.equal(known.y?.state, "judged");
});

test("a dropped picture is sent no further and told of no more", async () => {
  const { server, sender, told, send } = line();
  server.fail = (path) => {
    if (path.includes("at=262144")) sender.drop("a");
    return null;
  };
  await send(picture("a"));
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.ok(!server.asked.some((asked) => asked.includes("at=524288") || asked.includes("judge")));
  assert.ok(!told.includes("judged"));
});

test("what can pass is tried again later, what was forgotten at once, and what is wrong never", () => {
  const means = (/** @type {number} */ status) => meaning(new Refusal(status, null));
  assert.deepEqual([404, 429, 500, 503].map(means), Array(4).fill("later"));
  assert.deepEqual([409, 410].map(means), Array(2).fill("again"));
  assert.deepEqual([400, 413, 415, 422].map(means), Array(4).fill("never"));
  assert.equal(meaning(new TypeError("cut")), "later");
});

test("a file has the name that the server gives it, in every script", () => {
  assert.equal(fileName('attachment; filename="2026_linkedin.jpg"'), "2026_linkedin.jpg");
  assert.equal(fileName("attachment; filename*=utf-8''%E5%86%99%E7%9C%9F.jpg"), "写真.jpg");
  assert.equal(fileName(null), "picture.jpg");
});
