import { asks, atMost, type Budget, faster, mostMemory } from "../budget.ts";
import { CORPUS, GHES } from "./contests.ts";
import { ours, redoclyAll, redoclyDefault, stock, viaOurs } from "./linters.ts";

const onGhes = { contest: GHES, tool: ours.name };

/**
 * What is asked of the figures.
 *
 * @param differences between Spectral's rules run by ours and by Spectral; undefined where that was not compared
 */
export function budgetsOf(differences: () => number | undefined): Budget[] {
  return [
    asks(onGhes, "at most 2.5 s of CPU", "s", ({ cpuSeconds }) => cpuSeconds, atMost(2.5)),
    mostMemory(onGhes, 450),
    ...[GHES, ...CORPUS].flatMap((contest) =>
      [redoclyDefault, redoclyAll].map(({ name }) => faster(contest, name, "CPU", 3)),
    ),
    faster(GHES, stock.name, "CPU", 30),
    faster(GHES, stock.name, "CPU", 10, viaOurs.name),
    asks(
      { contest: GHES, tool: viaOurs.name },
      `findings that only one of \`${viaOurs.name}\` and \`${stock.name}\` has: none`,
      "findings",
      differences,
      atMost(0),
    ),
  ];
}
