import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicLookup, WEB_LIMITS, Web } from "./fetch.ts";
import type { FetchRules, HostResult } from "./host.ts";

const toLoopback: LookupFunction = (_, options, callback) =>
  options.all ? callback(null, [{ address: "127.0.0.1", family: 4 }]) : callback(null, "127.0.0.1", 4);

describe("a name is looked up", () => {
  const at =
    (...addresses: readonly string[]): LookupFunction =>
    (_, options, callback) => {
      const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      if (options.all) callback(null, found);
      else callback(null, found[0]?.address ?? "", found[0]?.family);
    };
  const ask = (resolve: LookupFunction, all: boolean) =>
    new Promise((done) =>
      publicLookup(resolve)("example.com", { all }, (error, address) => done(error ? error.code : address)),
    );

  test.each([true, false])("and all its addresses are public (all: %s)", async (all) => {
    const address = await ask(at("93.184.216.34", "2606:2800:220::1"), all);
    expect(address).toEqual(all ? [expect.anything(), expect.anything()] : "93.184.216.34");
  });

  test.each([
    ["its only address is private", at("10.0.0.1"), true],
    ["its only address is private, asked for alone", at("10.0.0.1"), false],
    ["the last of its addresses is private", at("93.184.216.34", "::ffff:7f00:1"), true],
    ["it is the metadata service of a cloud", at("169.254.169.254"), true],
  ])("and refused where %s", async (_, resolve, all) => {
    expect(await ask(resolve, all)).toBe("ENOTPUBLIC");
  });

  test("and a failure to find it is passed on", async () => {
    const failing: LookupFunction = (_, _options, callback) =>
      callback(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), "", 4);
    expect(await ask(failing, true)).toBe("ENOTFOUND");
  });
});

const hasOpenssl = (() => {
  try {
    return execFileSync("openssl", ["version"]).length > 0;
  } catch {
    return false;
  }
})();

const fromServer = test.skipIf(!hasOpenssl);
const folder = mkdtempSync(join(tmpdir(), "concordat-https-"));
const trusted = getCACertificates("default");
let server: Server | undefined;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  if (!hasOpenssl) return;
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:other.localhost"];
  const made = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-keyout",
    key,
    "-out",
    cert,
    ...subject,
  ];
  execFileSync("openssl", made, { stdio: "ignore" });
  setDefaultCACertificates([...trusted, readFileSync(cert, "utf8")]);
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, ({ url = "", headers }, response) => {
    asked.push(url);
    const path = url.split("?")[0] ?? "";
    if (path === "/text") response.end("text");
    else if (path === "/credentials") response.end(headers.authorization ?? "none");
    else if (path === "/large") response.end("x".repeat(2000));
    else if (path === "/slow") {
      response.write("x");
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    } else if (path === "/cut") {
      response.writeHead(200, { "content-length": "10" });
      response.write("x", () => response.destroy());
    } else if (path.startsWith("/to")) response.writeHead(302, { location: path.slice(3) }).end();
    else response.writeHead(Number(path.slice(1))).end();
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  origin = `https://localhost:${(listening.address() as AddressInfo).port}`;
});

afterAll(() => {
  setDefaultCACertificates(trusted);
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const any: FetchRules = { allowPrivate: true, allows: () => true };
const told = (result: HostResult<Uint8Array>) =>
  "failure" in result ? `${result.failure}: ${result.message}` : Buffer.from(result.value).toString();
const read = async (path: string, rules: FetchRules = any, limits: Partial<typeof WEB_LIMITS> = {}) =>
  told(await new Web({ ...WEB_LIMITS, ...limits }, toLoopback).read(origin + path, rules));

fromServer.each([
  ["/text", "text"],
  ["/to/text", "text"],
  ["/to/to/text", "text"],
  ["/404", "missing: `ORIGIN/404` answers with status 404."],
  ["/500", "tool: `ORIGIN/500` answers with status 500."],
  ["/429?token=secret", "tool: `ORIGIN/429?token=***` answers with status 429."],
  ["/cut", "tool: It broke off, or took too long."],
  ["/to/to/to/to/to/to/text", "tool: It redirects more than 5 times."],
  ["/tohttp://example.com/", "refused: `http://example.com/` is not https."],
  ["/tohttps://", "tool: It redirects to something that is not a URL."],
])("%s answers %s", async (path, answer) => {
  expect(await read(path)).toBe(answer.replace("ORIGIN", origin));
});

fromServer("a private address is refused, and nothing is asked of it", async () => {
  const before = asked.length;
  const rules = { ...any, allowPrivate: false };
  expect(await read("/text", rules)).toMatch(/^refused: .* outside the public internet/);
  expect(told(await new Web().read("https://127.0.0.1/", rules))).toMatch(/^refused: /);
  expect(told(await new Web().read("https://[::ffff:10.0.0.1]/", rules))).toMatch(/^refused: /);
  expect(asked.length).toBe(before);
});

fromServer("a redirect is judged by the rules again, on the same host too", async () => {
  const rules = { allowPrivate: true, allows: (url: string) => url.endsWith("/to/text") };
  expect(await read("/to/to/text", rules)).toBe(
    `refused: \`${origin}/to/to/text\` redirects to \`${origin}/text\`, which may not be read. Name that URL instead, or allow it.`,
  );
});

fromServer("an answer ends by its deadline, however slowly it goes on", async () => {
  expect(await read("/slow", any, { seconds: 0.3 })).toMatch(/^tool: /);
});

fromServer("limits hold for one file, for all files, for their number and for the time", async () => {
  expect(await read("/large", any, { mostBytes: 1000 })).toMatch(/^too-large: /);
  const web = new Web({ ...WEB_LIMITS, mostBytesOfAll: 3000, mostFiles: 3, atOnce: 1 }, toLoopback);
  const answers = await Promise.all(["/large", "/large", "/text", "/text"].map((path) => web.read(origin + path, any)));
  expect(answers.map((answer) => told(answer).slice(0, 13))).toEqual([
    "xxxxxxxxxxxxx",
    "too-large: Al",
    "too-large: Al",
    "too-large: Mo",
  ]);
  expect(await read("/text", any, { secondsForAll: 0 })).toMatch(/^tool: Reading from the web has taken 0 seconds/);
});

fromServer("header fields are sent, but not to another server that it redirects to", async () => {
  const rules = { ...any, headers: { authorization: "Bearer secret" } };
  expect(await read("/credentials", rules)).toBe("Bearer secret");
  expect(await read("/to/credentials", rules)).toBe("Bearer secret");
  expect(await read(`/to${origin.replace("localhost", "other.localhost")}/credentials`, rules)).toBe("none");
  expect(await read("/401", rules)).toMatch(/^refused: .* status 401. Send credentials with --header/);
});

fromServer("credentials are sent, and never shown", async () => {
  const url = `${origin.replace("https://", "https://ada:secret@")}/404?token=secret`;
  expect(told(await new Web(WEB_LIMITS, toLoopback).read(url, any))).not.toContain("secret");
});
