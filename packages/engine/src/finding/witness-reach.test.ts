import { expect, test } from "vitest";
import { reachOf } from "./witness-reach.ts";

const [GUESTS, ROOM, WHOLE] = [{ at: "/guests" }, { at: "/room" }, { at: "" }];
const witness = (value: Record<string, number>, reason: string) => ({ value, reason });

test.each([
  ["the one that the reason names", [GUESTS, ROOM], witness({ guests: 1, room: 2 }, "`/room` is refused."), ROOM],
  ["the one whose place the value has", [GUESTS, ROOM], witness({ room: 2 }, "It is refused."), ROOM],
  ["the first where nothing tells them apart", [WHOLE, GUESTS], witness({ stay: 2 }, "It is refused."), WHOLE],
  ["none where there is none", [], witness({}, ""), undefined],
])("a witness is a message of %s", (_, operations, found, reach) => {
  expect(reachOf(operations, found)).toBe(reach);
});
