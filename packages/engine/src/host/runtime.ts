import { setFlagsFromString } from "node:v8";

/** Calls and loop rounds after which V8 optimises a function: about twenty times what it starts with. */
const PATIENCE = {
  "invocation-count-for-maglev": 8_000,
  "invocation-count-for-turbofan": 80_000,
  "invocation-count-for-maglev-osr": 2_000,
  "invocation-count-for-osr": 5_000,
};

/**
 * How much the heap may grow, in percent of what was in use after a collection, before the next. On a machine with much memory V8
 * waits until it is four times as large: what is long done with is then most of what a run takes.
 */
const HEAP_GROWTH = 60;

/**
 * Fits V8 to a process that lives for a second. Much code runs a few hundred times there, and is optimised on other
 * threads just to be thrown away: that is a quarter of all processor time. Patterns come from
 * others, and must not be matched without end. To be called before anything of ours is loaded, and after the parts of Node
 * that every run needs: Node has those compiled for the flags that it starts with.
 *
 * @param options.compileAhead compile functions before they are called, for a cache that keeps them
 */
export function tuneRuntime({ compileAhead = false } = {}): void {
  if (compileAhead) setFlagsFromString("--no-lazy");
  // A pattern of a description that backtracks too often is matched in linear time from then on.
  setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  for (const [flag, count] of Object.entries(PATIENCE)) setFlagsFromString(`--${flag}=${count}`);
}
