import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Exchange, exampleOf, violationsOf } from "./description.ts";

/** A comment of a discussion. */
export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
}

/** Who set or took away a label, and when if not at the usual time. */
export interface LabelEvent {
  readonly event: "labeled" | "unlabeled";
  readonly label: string;
  readonly by: string;
  readonly at?: string;
}

/** What the server knows of pull request 7 in `acme/shop`. */
export interface Discussion {
  readonly comments: Comment[];
  readonly labels: readonly string[];
  /** Who set and took away labels, the oldest first. */
  readonly events: readonly LabelEvent[];
  /** Open pull requests by their head, as `owner:branch`. */
  readonly pulls: Readonly<Record<string, { readonly number: number; readonly sha: string }>>;
  /** Statuses that answer requests instead, by method and the end of the path; each is used as often as it is there. */
  readonly refusals: { readonly method: string; readonly path: RegExp; readonly status: number; times: number }[];
}

const BOT = { login: "github-actions[bot]", type: "Bot" } as const;
const WHEN = "2026-11-25T10:00:00Z";

/** A loopback server that answers as GitHub's API does, and holds each exchange against the description of that API. */
export class FakeGitHub {
  readonly discussion: Discussion;
  readonly requests: string[] = [];
  readonly violations: string[] = [];
  readonly #server: Server;

  private constructor(discussion: Partial<Discussion>) {
    this.discussion = { comments: [], labels: [], events: [], pulls: {}, refusals: [], ...discussion };
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(discussion: Partial<Discussion> = {}): Promise<FakeGitHub> {
    const github = new FakeGitHub(discussion);
    await new Promise<void>((resolve) => github.#server.listen(0, "127.0.0.1", resolve));
    return github;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests that wrote, as `POST /path`. */
  get writes(): string[] {
    return this.requests.filter((request) => !request.startsWith("GET "));
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? "/", this.url);
    const method = request.method ?? "GET";
    const body: unknown = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString("utf8"));
    this.requests.push(`${method} ${url.pathname}${url.search}`);
    const { status, data, link } = this.#route(method, url, body);
    const exchange: Exchange = { method, url, headers: request.headers, body, status, answer: data };
    this.violations.push(...violationsOf(exchange));
    response.writeHead(status, { "content-type": "application/json", ...(link && { link }) });
    response.end(JSON.stringify(data));
  }

  #route(method: string, url: URL, body: unknown): { status: number; data: unknown; link?: string } {
    const refusal = this.discussion.refusals.find(
      (each) => each.method === method && each.path.test(url.pathname) && each.times > 0,
    );
    if (refusal) {
      refusal.times--;
      const message = refusal.status === 403 ? "Resource not accessible by integration" : "Something is wrong";
      const data = { message, documentation_url: "https://docs.github.com/rest", status: String(refusal.status) };
      return { status: refusal.status, data };
    }
    const { comments, labels, events, pulls } = this.discussion;
    const [, kind = "", rest = ""] = /^\/repos\/acme\/shop\/(issues|pulls)(.*)$/.exec(url.pathname) ?? [];
    if (method === "GET" && rest === "/7/comments") return this.#page(comments.map(commentData), url);
    if (method === "GET" && rest === "/7/labels") return this.#page(labels.map(labelData), url);
    if (method === "GET" && rest === "/7/events") return this.#page(events.map(eventData), url);
    if (method === "GET" && kind === "pulls" && rest === "") {
      const pull = pulls[url.searchParams.get("head") ?? ""];
      return this.#page(pull ? [pullData(pull)] : [], url);
    }
    const text = (body as { body?: string } | undefined)?.body ?? "";
    // What GitHub says of a longer one.
    if (method !== "GET" && text.length > 65_536) return { status: 422, data: { message: "body is too long" } };
    if (method === "POST" && rest === "/7/comments") {
      const comment = { id: 9_000 + comments.length, body: text, user: BOT };
      comments.push(comment);
      return { status: 201, data: commentData(comment) };
    }
    const known = comments.find(({ id }) => rest === `/comments/${id}`);
    if (method === "PATCH" && known) {
      known.body = text;
      return { status: 200, data: commentData(known) };
    }
    if (url.pathname === "/user") return { status: 403, data: { message: "Resource not accessible by integration" } };
    return { status: 404, data: { message: "Not Found" } };
  }

  #page(all: readonly unknown[], url: URL): { status: number; data: unknown; link?: string } {
    const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
    const page = Number(url.searchParams.get("page") ?? 1);
    const data = all.slice((page - 1) * size, page * size);
    if (page * size >= all.length) return { status: 200, data };
    const next = new URL(url);
    next.searchParams.set("page", String(page + 1));
    return { status: 200, data, link: `<${next.href}>; rel="next", <${url.href}>; rel="last"` };
  }
}

const ROOT = "https://api.github.com";

function userData({ login, type }: Comment["user"]) {
  const home = `${ROOT}/users/${encodeURIComponent(login)}`;
  const ends = ["followers", "subscriptions", "organizations", "repos", "received_events"];
  const templates = {
    following: "following{/other_user}",
    gists: "gists{/gist_id}",
    starred: "starred{/owner}{/repo}",
  };
  return {
    login,
    id: 1,
    node_id: "MDQ6VXNlcjE=",
    avatar_url: `${ROOT}/avatar`,
    gravatar_id: "",
    url: home,
    html_url: home,
    ...Object.fromEntries(ends.map((end) => [`${end}_url`, `${home}/${end}`])),
    ...Object.fromEntries(Object.entries(templates).map(([name, end]) => [`${name}_url`, `${home}/${end}`])),
    events_url: `${home}/events{/privacy}`,
    type,
    site_admin: false,
  };
}

function commentData({ id, body, user }: Comment) {
  return {
    id,
    node_id: "MDEyOklzc3VlQ29tbWVudDE=",
    url: `${ROOT}/repos/acme/shop/issues/comments/${id}`,
    html_url: `https://github.com/acme/shop/pull/7#issuecomment-${id}`,
    issue_url: `${ROOT}/repos/acme/shop/issues/7`,
    body,
    user: userData(user),
    created_at: WHEN,
    updated_at: WHEN,
    author_association: "NONE",
  };
}

function labelData(name: string) {
  const url = `${ROOT}/repos/acme/shop/labels/${name}`;
  return { id: 1, node_id: "MDU6TGFiZWwx", url, name, description: null, color: "ededed", default: false };
}

function eventData({ event, label, by, at = WHEN }: LabelEvent, i: number) {
  return {
    id: i + 1,
    node_id: "MDEwOklzc3VlRXZlbnQx",
    url: `${ROOT}/repos/acme/shop/issues/events/${i + 1}`,
    actor: userData({ login: by, type: "User" }),
    event,
    commit_id: null,
    commit_url: null,
    created_at: at,
    label: { name: label, color: "ededed" },
    performed_via_github_app: null,
  };
}

/** As the published description has one, where that is at hand; else only what is read of it. */
function pullData({ number, sha }: { readonly number: number; readonly sha: string }) {
  const [example] = (exampleOf("pull-request-simple-items") ?? [{}]) as [{ readonly head?: object }];
  // Teams of the example lack a field that its own schema requires.
  return { ...example, requested_teams: [], number, state: "open", head: { ...example.head, sha } };
}
