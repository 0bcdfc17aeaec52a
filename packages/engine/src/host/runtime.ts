import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Calls and loop rounds after which V8 optimises a function: about twenty times what it starts with. */
const PATIENCE = {
  "invocation-count-for-maglev": 8_000,
  "invocation-count-for-turbofan": 80_000,
  "invocation-count-for-maglev-osr": 2_000,
  "invocation-count-for-osr": 5_000,
};

/**
 * How much a heap may grow, in percent of what was in use after a collection, before the next. On a machine with much memory V8
 * waits until it is four times as large: what is long done with is then most of what a run takes. Where each of several threads
 * has a heap, they grow by less: together they would take a third more, and one alone hardly takes less for it.
 */
const HEAP_GROWTH = { alone: 200, among: 60 };

/**
 * Megabytes in which new objects are made: when half of them are full, V8 keeps what is still in use. By itself it lets this
 * space grow to 32 within a second, which makes no run faster and is up to a third of all memory that a run takes.
 */
const NEW_SPACE = 16;
/** Each half of the space has one megabyte at the start. */
const GROWTH = NEW_SPACE / 2;
/** Numbers in an array that helps to fill the space, and arrays that are made at most; about a hundred are enough. */
const FILLER = 1_000;
const MOST_FILLERS = 1_000;

/** Has the space for new objects grow to its size, as it does once it is full of what is in use, and then no further. */
function fixNewSpace(): void {
  const hasGrown = () => {
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    return space === undefined || space.space_size >= NEW_SPACE * 2 ** 20;
  };
  setFlagsFromString(`--semi-space-growth-factor=${GROWTH}`);
  const inUse: number[][] = [];
  while (inUse.length < MOST_FILLERS && (inUse.length % 16 > 0 || !hasGrown())) inUse.push(new Array(FILLER).fill(0));
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * Fits V8 to a process that lives for a second. Much code runs a few hundred times there, and is optimised on other
 * threads just to be thrown away: that is a quarter of all processor time. Patterns come from
 * others, and must not be matched without end. To be called before anything of ours is loaded, and after the parts of Node
 * that every run needs: Node has those compiled for the flags that it starts with.
 *
 * @param options.compileAhead compile functions before they are called, for a cache that keeps them
 * @param options.threads whether this is one of several threads; what is set here counts for all of the process
 */
export function tuneRuntime({ compileAhead = false, threads = false } = {}): void {
  if (compileAhead) setFlagsFromString("--no-lazy");
  // A pattern of a description that backtracks too often is matched in linear time from then on.
  setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
  setFlagsFromString(`--heap-growing-percent=${threads ? HEAP_GROWTH.among : HEAP_GROWTH.alone}`);
  for (const [flag, count] of Object.entries(PATIENCE)) setFlagsFromString(`--${flag}=${count}`);
  fixNewSpace();
}
