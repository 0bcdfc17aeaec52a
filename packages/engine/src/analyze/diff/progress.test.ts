import { type Place, Steps } from "@concordat/containment/internal";
import { expect, test } from "vitest";
import type { PlacePair } from "./place-pair.ts";
import { Progress } from "./progress.ts";
import type { SchemaRoot } from "./schema-graph.ts";

const place = {} as Place;
const root = (path: string): SchemaRoot => ({
  ...{ direction: "request", base: place, head: place },
  reach: { method: "POST", path, direction: "request" },
});
const pair = (...roots: SchemaRoot[]): PlacePair => ({ base: [], head: [], views: undefined, incoming: [], roots });

/** Pairs in a row, the first of them right at a message. */
function chain(length: number, first: SchemaRoot): PlacePair[] {
  const pairs = Array.from({ length }, (_, i) => pair(...(i === 0 ? [first] : [])));
  for (const [i, next] of pairs.slice(1).entries()) next.incoming.push({ from: pairs[i] as PlacePair, path: `/${i}` });
  return pairs;
}

test("all pairs below a message are gone through, and it is told which message leads to one", () => {
  const progress = new Progress(new Steps());
  const one = root("/one");
  const pairs = chain(3, one);
  const seen: PlacePair[] = [];
  progress.goThrough(one, [...pairs], (each) => seen.push(each));
  expect(new Set(seen)).toEqual(new Set(pairs));
  expect(progress.reachesOf(pairs[2] as PlacePair)).toEqual([{ ...one.reach, at: "/0/1" }]);
  expect(progress.unfinished).toEqual([]);
});

test("a message whose pairs were not all found is unfinished, and so are those after it", () => {
  const steps = new Steps(5);
  const progress = new Progress(steps);
  const [one, two, three] = [root("/one"), root("/two"), root("/three")];
  progress.goThrough(one, [pair()], () => steps.take(1));
  progress.goThrough(two, [pair(), pair()], () => steps.take(10));
  progress.goThrough(three, [], () => undefined);
  expect(progress.unfinished).toEqual([two, three]);
});

test("where it is not known which messages lead to a pair, all are unfinished", () => {
  const progress = new Progress(new Steps(1));
  const one = root("/one");
  const pairs = chain(3, one);
  progress.goThrough(one, [], () => undefined);
  expect(progress.reachesOf(pairs[2] as PlacePair)).toEqual([]);
  expect(progress.unfinished).toEqual([one]);
});
