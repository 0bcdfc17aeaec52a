import { expect, it } from "vitest";
import { parseLinks } from "./links.ts";

it.each([
  ["<https://a.example/x>; rel=sunset", [{ target: "https://a.example/x", relations: ["sunset"] }]],
  [
    '<https://a.example/x, y>; rel="deprecation"; type="text/html", </z>; rel="Successor-Version next"',
    [
      { target: "https://a.example/x, y", relations: ["deprecation"] },
      { target: "/z", relations: ["successor-version", "next"] },
    ],
  ],
  ['</a>; title="b; rel=c"; rel=d', [{ target: "/a", relations: ["d"] }]],
  ["</a>", [{ target: "/a", relations: [] }]],
  ["no link", []],
])("the header %s", (value, links) => expect(parseLinks(value)).toEqual(links));
