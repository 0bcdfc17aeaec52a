/**
 * The door to the network, the clock and chance: what the run-time touches of the world, and the one file that does. Tests put
 * a world of their own in its place.
 */
export interface World {
  readonly fetch: (url: string | Request, init: RequestInit) => Promise<Response>;
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Milliseconds since 1970 by the clock of this machine, which may be wrong. */
  date(): number;
  /** At least 0, below 1. */
  random(): number;
  /** A text that nobody else has. */
  uuid(): string;
  /** Calls a function after some milliseconds, unless what is returned is called before. */
  after(milliseconds: number, run: () => void): () => void;
  /** Tells a developer something, once. */
  warn(message: string): void;
}

/** Longer timers fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The world as it is. */
export const WORLD: World = {
  // Looked up at each call: tests and polyfills replace it.
  fetch: (url, init) => globalThis.fetch(url, init),
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  uuid,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, Math.min(milliseconds, LONGEST_TIMER));
    return () => clearTimeout(timer);
  },
  // biome-ignore lint/suspicious/noConsole: the developer is told where no hook is.
  warn: (message) => console.warn(message),
};

/** A random UUID (RFC 9562, section 5.4); pages without https have no `randomUUID`. */
function uuid(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
