import type { PagingEntry } from "@concordat/client";
import { escapeToken } from "@concordat/containment/internal";
import { type PageableList, type PagingParameter, pageableListOf, pagingOf } from "../kit/paging.ts";
import { headerOf, keywordOf, propertiesOf, typesOf } from "../kit/read.ts";
import { bareName } from "../kit/words.ts";
import type { Api, ApiOperation } from "../model/api.ts";

/** Members of an answer that hold what is to be known about the next page. */
const CONTAINERS = /^(?:links?|meta|metadata|pagination|paging|pageinfo|page|cursors?|responsemetadata|info)$/;
const NEXT_CURSOR =
  /^(?:next(?:page)?(?:cursor|token|marker|key)?|(?:next)?(?:cursor|continuation(?:token)?|marker)|endcursor|after)$/;
const NEXT_URL = /^(?:odata)?next(?:page)?(?:link|url|uri|href)?$/;
/** Cursors that lead back. */
const BACKWARDS = /before|prev|ending/;

/** How the next page of a list is asked for, where the description declares it in a way that lint knows; else undefined. */
export function pagingEntry(operation: ApiOperation, api: Api): PagingEntry | undefined {
  const list = pageableListOf(operation, api);
  if (list === undefined) return undefined;
  const items = itemsPointer(list, api);
  if (items === undefined) return undefined;
  const parameters = pagingOf(operation, api).filter(({ role }) => role !== "size");
  const named = (role: PagingParameter["role"]) =>
    parameters.find((each) => each.role === role && !BACKWARDS.test(bareName(each.name)) && !each.name.includes("["))
      ?.name;
  if (headerOf(list.response, "Link")) return { style: "link", ...items };
  const found = nextIn(list, api);
  if (found?.isUrl) return { style: "url", next: found.pointer, ...items };
  const cursor = named("cursor");
  if (cursor !== undefined && found) return { style: "cursor", parameter: cursor, next: found.pointer, ...items };
  const page = named("page");
  if (page !== undefined) return { style: "page", parameter: page, ...items };
  const offset = named("offset");
  return offset === undefined ? undefined : { style: "offset", parameter: offset, ...items };
}

/** Where the answer holds the items; nothing where it is the list itself. */
function itemsPointer({ schema, list }: PageableList, api: Api): Pick<PagingEntry, "items"> | undefined {
  if (schema.value === list.value) return {};
  const name = [...propertiesOf(schema, api)].find(([, { at }]) => api.follow(at)?.value === list.value)?.[0];
  return name === undefined ? undefined : { items: `/${escapeToken(name)}` };
}

interface Next {
  readonly pointer: string;
  readonly isUrl: boolean;
}

/** The member of an answer that leads to the next page: at the top, or in what holds such members. */
function nextIn({ schema }: PageableList, api: Api): Next | undefined {
  const properties = [...propertiesOf(schema, api).values()];
  for (const { name, at } of properties) {
    const next = nextOf(name, `/${escapeToken(name)}`, at, api);
    if (next) return next;
  }
  for (const holder of properties.filter(({ name }) => CONTAINERS.test(bareName(name))))
    for (const { name, at } of propertiesOf(holder.at, api).values()) {
      const next = nextOf(name, `/${escapeToken(holder.name)}/${escapeToken(name)}`, at, api);
      if (next) return next;
    }
  return undefined;
}

function nextOf(name: string, pointer: string, at: PageableList["schema"], api: Api): Next | undefined {
  const bare = bareName(name);
  const types = typesOf(at, api);
  if (types.includes("object")) {
    const href = NEXT_URL.test(bare) ? propertiesOf(at, api).get("href") : undefined;
    return href && { pointer: `${pointer}/href`, isUrl: true };
  }
  const isText = types.length === 0 || types.includes("string");
  if (!isText && !types.includes("integer")) return undefined;
  const isUrl = /^uri/.test(String(keywordOf(at, "format", api))) || /(?:link|url|uri|href)$/.test(bare);
  if (isText && isUrl) return NEXT_URL.test(bare) ? { pointer, isUrl } : undefined;
  return NEXT_CURSOR.test(bare) ? { pointer, isUrl: false } : undefined;
}
