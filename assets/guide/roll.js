// The pictures of this page: taken, sent, judged, kept or dropped. There is one roll for the page, so that shutter,
// review and tray speak of the same pictures. Nothing is kept until the person keeps it; until then it waits here.
import { takeBurst } from "./burst.js";
import { next, settled } from "./picture.js";
import { PictureServer, Refusal } from "./picture_server.js";
import { Sender } from "./sender.js";
import { Store } from "./store.js";

/** @import { Eye, Sight } from "./burst.js" */
/** @import { Happening, Picture } from "./picture.js" */
/** @import { File, Item } from "./picture_server.js" */
/** @import { Burst, Delivery } from "./pictures.d.ts" */

/** @type {readonly Happening["is"][]} */
const PASSING = ["has", "lost", "forgotten"]; // of the connection: not worth a write, it is found out again

export class Roll {
  /**
   * @param {Store} store
   * @param {PictureServer} server
   */
  constructor(store = new Store(), server = new PictureServer()) {
    this.store = store;
    this.server = server;
    this.sender = new Sender(server, (id, what) => this.happened(id, what));
    /** @type {readonly Picture[]} */
    this.pictures = [];
    /** @type {Set<string>} */
    this.own = new Set(); // the names of those that were taken on this page since it was loaded
    this.taking = false;
    this.shown = ""; // what of it is on the screen: the name of a burst, "tray", or nothing
    this.current = ""; // the burst that is being taken or looked at, and was not shown yet
    this.refused = 0; // bursts taken by themselves in which nothing was good enough
    this.again = ""; // what was wrong with the last of those
    this.news = ""; // what the review has found out, until it was said
    this.spoken = false; // a voice says it
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {Promise<void> | null} */
    this.loaded = null;
    /** @type {Pick<BroadcastChannel, "postMessage" | "onmessage"> | null} */
    this.others = null; // further tabs of this browser, which show the same kept pictures
  }

  /**
   * From now on what is kept, downloaded or erased in another tab is so here too.
   * @param {Pick<BroadcastChannel, "postMessage" | "onmessage">} others
   */
  beside(others) {
    this.others = others;
    others.onmessage = ({ data: { gone } }) => {
      if (gone) this.lose(gone);
      else void this.learn();
    };
  }

  // What was kept or downloaded in another tab. A burst that waits there is that tab's.
  async learn() {
    for (const found of await this.store.all()) {
      const known = this.find(found.id);
      if (!found.kept) continue;
      const { saved } = found;
      if (known) this.pictures = this.pictures.map((one) => (one === known ? { ...one, kept: true, saved } : one));
      else this.pictures = inOrder([...this.pictures, next(found, { is: "lost" })]);
    }
    this.tell();
  }

  /** @param {readonly string[]} ids they are no longer anywhere */
  lose(ids) {
    this.pictures = this.pictures.filter(({ id }) => !ids.includes(id));
    for (const id of ids) this.sender.drop(id);
    this.tell();
  }

  /**
   * Told after each change, until the function that comes back is called.
   * @param {() => void} listener
   */
  listen(listener) {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  tell() {
    for (const listener of this.listeners) listener();
  }

  /** Whatever is in the browser from before is part of the roll. */
  load() {
    this.loaded ??= this.store.all().then((found) => {
      const here = new Set(this.pictures.map(({ id }) => id));
      const before = found.filter(({ id }) => !here.has(id)).map((picture) => next(picture, { is: "lost" }));
      this.pictures = inOrder([...before, ...this.pictures]);
      this.tell();
    });
    return this.loaded;
  }

  /**
   * From now on this session's server is spoken to. What another one had must be sent again, when it is wanted.
   * @param {string} session
   */
  follow(session) {
    void this.load();
    if (session === this.server.session) return;
    this.server.session = session;
    this.sender.hurry();
  }

  /** @type {(id: string) => Picture | undefined} */
  find(id) { return this.pictures.find((picture) => picture.id === id); }

  /** @type {(burst: string) => readonly Picture[]} */
  of(burst) { return this.pictures.filter((picture) => picture.burst === burst); }

  get kept() { return this.pictures.filter(({ kept }) => kept); }

  /** The bursts on which nothing was decided, in the order in which they were taken. */
  get undecided() {
    const kept = new Set(this.kept.map(({ burst }) => burst));
    return [...new Set(this.pictures.map(({ burst }) => burst))].filter((burst) => !kept.has(burst));
  }

  /** Whether closing the page would lose a picture. */
  get endangered() {
    return !this.store.lasting && this.pictures.some(({ saved }) => !saved);
  }

  /**
   * Take a burst and send it. Over when all of it is in the browser; the name of the burst, null where none was taken.
   * @param {Eye} eye
   * @param {Sight} sight
   * @param {(picture: Picture) => void} begun told of the first picture, while the others are still encoded
   * @param {() => void} caught at each frame
   * @param {boolean} send to the server; else they wait here until somebody wants to look at them
   */
  async take(eye, sight, begun, caught, send = true) {
    if (this.taking) return null;
    this.taking = true;
    /** @type {string | null} */
    let burst = null;
    try {
      await takeBurst(eye, sight, (picture) => {
        if (burst && !this.undecided.includes(burst)) return; // decided on before this one, the slowest, was there
        if (!burst && send) this.current = picture.burst;
        this.add(picture, send);
        if (!burst) begun(picture);
        ({ burst } = picture);
      }, caught);
    } finally {
      this.taking = false;
      this.tell();
    }
    return burst;
  }

  /** @param {string} what the name of a burst, "tray", or nothing */
  show(what) {
    if (what === this.current) this.current = "";
    this.shown = what;
    this.tell();
  }

  /**
   * What was taken by itself is looked at before it is shown: a burst in which every picture has a fault is dropped,
   * and the fault is told. Where the server cannot be reached, the person looks.
   * @param {string} burst
   */
  async sift(burst) {
    if (await this.looked(burst)) {
      try {
        const { headline, pictures } = await this.rank(burst);
        if (pictures.every(({ rank }) => rank === "fault")) {
          this.again = headline;
          this.refused += 1;
          return this.drop(this.of(burst).map(({ id }) => id));
        }
      } catch {
        // Then the person decides without being told.
      }
    }
    this.show(burst);
  }

  /** @type {(burst: string) => Promise<boolean>} whether all of it was judged, before the server was out of reach */
  looked(burst) {
    return new Promise((resolve) => {
      const look = () => {
        const over = this.of(burst).every(settled);
        if (!over && !this.sender.lost) return;
        unlisten();
        resolve(over);
      };
      const unlisten = this.listen(look);
      look();
    });
  }

  /**
   * @param {Picture} picture
   * @param {boolean} send
   */
  add(picture, send = true) {
    this.pictures = [...this.pictures, picture];
    this.own.add(picture.id);
    void this.store.put(picture).then(() => this.tell());
    if (send) void this.sender.send(picture);
    this.tell();
  }

  /** @param {string} burst send again what of it the server has not judged */
  resume(burst) {
    for (const picture of this.of(burst)) if (!settled(picture)) void this.sender.send(picture);
  }

  /**
   * @param {string} id
   * @param {Happening} what
   */
  happened(id, what) {
    const before = this.find(id);
    if (!before) return;
    const after = next(before, what);
    if (after === before) return;
    this.pictures = this.pictures.map((picture) => (picture === before ? after : picture));
    if (!PASSING.includes(what.is)) {
      void this.store.put(after).then(() => {
        this.tell();
        if (after.kept) this.others?.postMessage({});
      });
    }
    this.tell();
  }

  /**
   * Keep these of their burst and drop the others.
   * @param {readonly string[]} ids
   */
  keep(ids) {
    const bursts = new Set(ids.map((id) => this.find(id)?.burst));
    for (const id of ids) this.happened(id, { is: "kept" });
    this.drop(this.pictures.filter(({ burst, kept }) => bursts.has(burst) && !kept).map(({ id }) => id));
  }

  /** @param {readonly string[]} ids forgotten here, in the browser's database, and by the server */
  drop(ids) {
    this.lose(ids);
    for (const id of ids) {
      void this.store.remove(id);
      this.server.forget(id).catch(() => {}); // it forgets by itself when the page has gone
    }
    this.others?.postMessage({ gone: ids });
  }

  /** @type {(burst: string) => Promise<Burst>} what the server thinks of those that it has judged */
  rank(burst) {
    const ids = this.of(burst).filter(({ judged }) => judged).map(({ id }) => id);
    return this.asked(ids, () => this.server.rank(ids));
  }

  /** @type {(id: string, uses: readonly string[]) => Promise<readonly Delivery[]>} */
  crops(id, uses) { return this.asked([id], () => this.server.crops(id, uses)); }

  /**
   * @param {readonly Item[]} items
   * @param {boolean} zip
   * @returns {Promise<File>}
   */
  async deliver(items, zip) {
    const ids = [...new Set(items.map(({ id }) => id))];
    return this.asked(ids, () => this.server.deliver(items, zip));
  }

  /** @param {readonly string[]} ids these are on the person's own disk now */
  saved(ids) {
    for (const id of ids) this.happened(id, { is: "saved" });
  }

  /**
   * Ask the server about pictures, which are sent again where it has forgotten them: it was started again, or had no
   * more room.
   * @template T
   * @param {readonly string[]} ids
   * @param {() => Promise<T>} ask
   */
  async asked(ids, ask) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refusal && [404, 409, 410].includes(error.status))) throw error;
    }
    await Promise.all(ids.map((id) => this.find(id)).map((picture) => picture && this.sender.send(picture)));
    return ask();
  }
}

/** @param {readonly Picture[]} pictures in the order in which they were taken */
function inOrder(pictures) {
  return [...pictures].sort((a, b) => Date.parse(a.taken) - Date.parse(b.taken));
}

export const roll = new Roll();
