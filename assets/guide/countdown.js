// When the release goes off, as pure functions over what is known of it: at once, after the self-timer, or by itself
// once everything has held. `due` says that it goes off now.

const STEADY = 3; // seconds that the automatic release counts down, so that it surprises nobody
const DEAF = 1500; // ms without a look, after which nobody knows whether it is still ready

/**
 * @typedef {object} Countdown
 * @property {number} left seconds still to count, 0 while nothing is counted
 * @property {boolean} byItself nobody pressed for it
 * @property {boolean} armed the automatic release waits for a new Ready after each picture
 * @property {boolean} busy pictures are being taken, or looked at where nobody pressed
 * @property {boolean} due
 * @property {number} looked when the last look came, ms
 */

/** @type {Countdown} */
export const REST = { left: 0, byItself: false, armed: true, busy: false, due: false, looked: -Infinity };

/**
 * Asked for by the person; a second press calls it off.
 * @param {Countdown} known
 * @param {number} seconds
 * @returns {Countdown}
 */
export function press(known, seconds) {
  if (known.busy) return known;
  return known.left ? stop(known) : begin(known, seconds, false);
}

/**
 * Told with every look whether all that the use asks for holds.
 * @param {Countdown} known
 * @param {boolean} ready
 * @param {boolean} automatic it may go off by itself
 * @param {number} now ms
 * @returns {Countdown}
 */
export function look(known, ready, automatic, now) {
  const looked = { ...known, looked: now };
  if (!ready || !automatic) {
    const armed = known.armed || !ready;
    return known.byItself && known.left ? { ...stop(looked), armed: true } : { ...looked, armed };
  }
  if (!known.armed || known.left || known.busy) return looked;
  return begin({ ...looked, armed: false }, STEADY, true);
}

/**
 * A second has gone by.
 * @param {Countdown} known
 * @param {number} now ms
 * @returns {Countdown}
 */
export function tick(known, now) {
  if (!known.left) return known;
  if (known.byItself && now - known.looked > DEAF) return { ...stop(known), armed: true };
  const left = known.left - 1;
  return { ...known, left, due: left === 0 };
}

/**
 * It has gone off.
 * @param {Countdown} known
 * @returns {Countdown}
 */
export function fired(known) {
  return { ...known, left: 0, due: false, busy: true, armed: false };
}

/**
 * What was taken is in front of the person, or was dropped: then it may go off again while it is still ready.
 * @param {Countdown} known
 * @param {boolean} dropped
 * @returns {Countdown}
 */
export function over(known, dropped) {
  return { ...known, busy: false, armed: known.armed || dropped };
}

/**
 * @param {Countdown} known
 * @returns {Countdown}
 */
export function stop(known) {
  return { ...known, left: 0, due: false };
}

/** @type {(known: Countdown, seconds: number, byItself: boolean) => Countdown} */
function begin(known, seconds, byItself) {
  return { ...known, left: seconds, byItself, due: seconds === 0 };
}
