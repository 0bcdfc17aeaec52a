import { defineLintRule, type Located, operationName } from "@concordat/engine/kit";

/** Codes of the IANA registry of HTTP status codes, from and to; 306 and 418 stand in it as unused. */
const REGISTERED: readonly (readonly [number, number])[] = [
  ...([
    [100, 104],
    [200, 208],
    [226, 226],
    [300, 305],
    [307, 308],
    [400, 417],
    [421, 426],
    [428, 429],
  ] as const),
  ...([
    [431, 431],
    [451, 451],
    [500, 508],
    [510, 511],
  ] as const),
];

export default defineLintRule({
  id: "lint/err-status-code-valid",
  theme: "errors",
  summary: "Responses use registered status codes, and every operation declares a success.",
  why: "Clients and proxies treat an unknown code as the generic code of its class. Without a declared success, nobody can tell what the operation returns.",
  fix: "Use the registered code with the same meaning, and put the details in the error document. Declare the success response.",
  exceptions: "Codes of a gateway in front of the API, such as 499 or 520, that the API itself never sends.",
  severity: "error",
  source: "RFC 9110, sections 15 and 16.2.1; Zalando RESTful API Guidelines, rule 243.",
  messages: {
    unknown: "{At} uses {status}, which is not a registered status code.",
    failing: "`{operation}` declares no success response.",
  },
  *run({ api }, hit) {
    for (const { ref, responses } of api.operations) {
      const place = { operations: [ref], direction: "response" } as const;
      const all = api.follow(api.member(ref.at, "responses"));
      for (const { status, at } of responses) {
        // The code is written in the operation, even if the response stands elsewhere.
        const written: Located = (all && api.member(all, status)) ?? at;
        if (/^\d+$/.test(status) && !isRegistered(Number(status))) yield hit("unknown", { status }, written, place);
      }
      // A redirect or a switch of protocols is what is asked for, too.
      if (!responses.some(({ status }) => /^[123]/.test(status) || status === "default"))
        yield hit("failing", { operation: operationName(ref) }, ref.at, place);
    }
  },
});

function isRegistered(code: number): boolean {
  return REGISTERED.some(([first, last]) => first <= code && code <= last);
}
