import { type Action, type Area, changeOf, type DiffRule, type Direction } from "@concordat/engine/kit";
import { describe, expect, it, test } from "vitest";
import { readLintRuleCases, readRuleCases, readWaivers } from "../../../scripts/case-files.ts";
import { PLACEHOLDERS } from "../../../scripts/rule-stub.ts";
import packageJson from "../package.json" with { type: "json" };
import { catalogue } from "./index.ts";

const rules = new Map(catalogue.diff.map((rule) => [rule.id, rule]));
const LAST_RELEASE: string = packageJson.version;
const every = [...catalogue.diff, ...catalogue.lint];

describe("an id", () => {
  it("says what the traits say: direction, what it is about and what happened to it", () => {
    const odd = catalogue.diff.filter((rule) => !isNamedByTraits(rule));
    expect(
      odd.map((rule) => `${rule.id}: its traits are ${rule.direction ?? "both directions"}, ${changeOf(rule.about)}`),
    ).toEqual([]);
  });

  it("belongs to one rule, and its traits to one rule of a direction", () => {
    const traits = catalogue.diff.map((rule) => `${rule.direction} ${changeOf(rule.about)}`);
    expect(traits.filter((each, i) => traits.indexOf(each) !== i)).toEqual([]);
    expect(new Set(every.map(({ id }) => id)).size).toBe(every.length);
  });
});

describe("mirrors", () => {
  const BACK: Readonly<Record<Action, readonly Action[]>> = {
    // What is gone may be told as a change, where consumers have another to go by.
    added: ["removed", "changed"],
    removed: ["added"],
    narrowed: ["widened"],
    widened: ["narrowed"],
    "became-optional": ["became-required"],
    "became-required": ["became-optional"],
    deprecated: ["reactivated"],
    reactivated: ["deprecated"],
    raised: ["lowered"],
    lowered: ["raised"],
    changed: ["changed"],
    moved: ["moved"],
    renamed: ["renamed"],
    unreadable: ["unreadable"],
    "without-values": ["without-values"],
  };
  const mirrored = catalogue.diff.flatMap((rule) =>
    typeof rule.mirror === "string" ? [[rule, rule.mirror] as const] : [],
  );

  it("are rules that there are", () => {
    expect(mirrored.filter(([, mirror]) => !rules.has(mirror)).map(([{ id }]) => id)).toEqual([]);
  });

  it("are about the same area and direction, and tell of the way back", () => {
    const crooked = mirrored.filter(([{ about, direction }, id]) => {
      const mirror = rules.get(id);
      return (
        mirror?.about.area !== about.area ||
        mirror.direction !== direction ||
        !BACK[about.action].includes(mirror.about.action)
      );
    });
    expect(crooked.map(([{ id }, mirror]) => `${id} ${mirror}`)).toEqual([]);
  });
});

describe("directions", () => {
  /** Areas of an API as a whole: who sends what plays no part. */
  const WHOLE: ReadonlySet<Area> = new Set(["callback", "operation", "security", "server", "webhook"]);
  const OTHER: Readonly<Record<Direction, Direction>> = { request: "response", response: "request" };
  const waived = new Map([...readWaivers("direction-waivers.txt")].map(([name, why]) => [`diff/${name}`, why]));
  const twins = new Set(catalogue.diff.map(({ about, direction }) => `${direction} ${changeOf(about)}`));
  const isLonely = ({ about, direction }: DiffRule) =>
    direction !== undefined && !WHOLE.has(about.area) && !twins.has(`${OTHER[direction]} ${changeOf(about)}`);

  it("come in pairs: a rule about requests has one about responses, or a reason why not", () => {
    expect(catalogue.diff.filter((rule) => isLonely(rule) && !waived.has(rule.id)).map(({ id }) => id)).toEqual([]);
  });

  it("are waived for rules that need it, and none else", () => {
    const needless = [...waived.keys()].filter((id) => {
      const rule = rules.get(id);
      return rule === undefined || !isLonely(rule);
    });
    expect(needless).toEqual([]);
  });
});

describe("a rule", () => {
  it("that no release has brought yet is heard in `strict` alone", () => {
    const loud = every.filter(({ since, preset }) => since === "next" && preset !== "strict");
    expect(loud.map(({ id }) => id)).toEqual([]);
  });

  it("names the release that brought it by its version, which is none after the last", () => {
    const odd = every.filter(({ since = "next" }) => since !== "next" && !isReleased(since));
    expect(odd.map(({ id }) => id)).toEqual([]);
    expect([LAST_RELEASE, "0.0.1", "99.0.0", "soon"].map(isReleased)).toEqual([true, true, false, false]);
  });

  it("is heard in each preset from its own on", () => {
    const { core, recommended, strict } = catalogue.presets;
    const heard = (preset: ReadonlyMap<string, string>, id: string) => preset.get(id) !== "off";
    const odd = every.filter(({ id, preset }) => {
      const [small, middle, large] = [core, recommended, strict].map((each) => heard(each, id));
      return !large || (small && !middle) || middle !== (preset !== "strict");
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test("that breaks consumers tells them what to do", () => {
    const mute = catalogue.diff.filter(({ impact, consumerFix }) => impact === "major" && consumerFix === undefined);
    expect(mute.map(({ id }) => id)).toEqual([]);
  });

  test("about requests that only lets them do more asks nothing of them", () => {
    const ADDS: ReadonlySet<Action> = new Set(["added", "became-optional", "widened"]);
    const asking = catalogue.diff.filter(
      ({ about, direction, impact, consumerFix }) =>
        direction === "request" && ADDS.has(about.action) && impact !== "major" && consumerFix !== undefined,
    );
    expect(asking.map(({ id }) => id)).toEqual([]);
  });

  it("has words of its own, and none that a stub starts with", () => {
    const unwritten = every.flatMap((rule) => {
      const words = [rule.summary, rule.why, rule.fix, rule.source ?? "", ...Object.values(rule.messages)];
      const more = "exceptions" in rule ? [rule.exceptions] : typeof rule.mirror === "string" ? [] : [rule.mirror.none];
      return [...words, ...more].filter(isPlaceholder).map((text) => `${rule.id}: ${text}`);
    });
    expect(unwritten).toEqual([]);
  });

  it("has cases with names of their own", () => {
    const named = [...readRuleCases(), ...readLintRuleCases()].flatMap(({ file, cases }) =>
      cases.flatMap(({ name, note = "" }) => [name, note].filter(isPlaceholder).map((text) => `${file}: ${text}`)),
    );
    expect(named).toEqual([]);
  });

  it("would be caught with words of a stub", () => {
    expect(["TODO: say why", "Lorem ipsum dolor.", ...PLACEHOLDERS].filter((text) => !isPlaceholder(text))).toEqual([]);
    expect(isPlaceholder("Keep sending it until its sunset.")).toBe(false);
  });
});

function isReleased(version: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(version) && version.localeCompare(LAST_RELEASE, "en", { numeric: true }) <= 0;
}

function isPlaceholder(text: string): boolean {
  return /\b(?:TODO|FIXME|TBD|XXX|lorem)\b/i.test(text) || PLACEHOLDERS.includes(text);
}

/** `diff/`, the direction where it matters, area and aspect in either order or one of them, and the action. */
function isNamedByTraits({ id, about: { area, aspect, action }, direction }: DiffRule): boolean {
  const parts = [area, aspect, `${area}-${aspect}`, `${aspect}-${area}`];
  const directions = direction === undefined ? [""] : ["", `${direction}-`];
  return directions.some((before) => parts.some((part) => id === `diff/${before}${part}-${action}`));
}
