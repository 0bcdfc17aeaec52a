import type { Located } from "@concordat/containment/internal";
import type { Api, ApiOperation } from "../model/api.ts";
import type { Operation, Parameter, Response } from "../model/revision.ts";
import {
  alternativesOf,
  itemsOf,
  jsonSchemaOf,
  keywordOf,
  propertiesOf,
  successesOf,
  typesOf,
  withAlternatives,
} from "./read.ts";
import { bareName, isListName } from "./words.ts";

/*
 * Which lists have to be paged, and how they are: lint judges it, and generated clients follow it.
 */

/** The answer of an operation that lists resources of which there may be many. */
export interface PageableList {
  readonly response: Response;
  readonly schema: Located;
  /** The array with the resources. */
  readonly list: Located;
}

/** What a GET of a collection answers with, if that is a list of resources of which there may be many. */
export function pageableListOf(operation: ApiOperation, api: Api): PageableList | undefined {
  const { ref, resource } = operation;
  if (ref.method !== "GET" || (resource.kind !== "collection" && resource.kind !== "singleton")) return undefined;
  const [response] = successesOf(operation);
  if (response === undefined) return undefined;
  const choices = alternativesOf(jsonSchemaOf(response.content), api);
  const segment = resource.segments.at(-1)?.text ?? "";
  const answers = choices.map((schema) => ({ response, schema, list: findList(schema, segment, api) }));
  const lists = answers.filter((answer): answer is PageableList => answer.list !== undefined);
  return lists.length === choices.length ? lists[0] : undefined;
}

function findList(schema: Located, segment: string, api: Api): Located | undefined {
  if (isList(schema, api)) return schema;
  const properties = propertiesOf(schema, api);
  const names = [...properties.keys()];
  const lists = names.filter((name) => isList(properties.get(name)?.at, api));
  const last = bareName(segment);
  // Elsewhere, these may be parts of one resource.
  const isUsual = (name: string) => isListName(name) || /^(?:members|nodes|edges)$/.test(bareName(name));
  const named = lists.find((name) => isUsual(name) || bareName(name) === last);
  const only = lists.length === 1 && names.some((name) => tellsOfMore(name)) ? lists[0] : undefined;
  const chosen = properties.get(named ?? only ?? "");
  return chosen && api.follow(chosen.at);
}

/** An array of objects without a small bound: scalars are settings more often than resources. */
function isList(schema: Located | undefined, api: Api): boolean {
  if (!typesOf(schema, api).includes("array")) return false;
  const bound = keywordOf(schema, "maxItems", api);
  if (typeof bound === "number" && bound <= 100) return false;
  const types = withAlternatives(itemsOf(schema, api), api).flatMap((item) => typesOf(item, api));
  return types.length === 0 || types.includes("object");
}

/** What a parameter says about the page that is asked for. */
export type PagingRole = "size" | "cursor" | "page" | "offset";

/** A parameter, or a member of one, that has to do with paging. */
export interface PagingParameter {
  readonly role: PagingRole;
  readonly name: string;
  readonly at: Located;
  readonly required: boolean;
  readonly schema: Located | undefined;
}

const SIZE =
  /^(?:(?:page)?(?:limit|size|count)|perpage|maxresults|maxpagesize|maxitems|maxrecords|maxcount|pagelength|top|take|rows|first|(?:results|items|records)perpage|batchsize|num)$/;
const CURSOR =
  /^(?:(?:page|next|start|after|end)?cursor|(?:next)?(?:page)?token|continuation(?:token)?|continue|(?:next)?marker|starting?after|ending?before|(?:page)?(?:after|before)|(?:after|before|since|max|last)id|around|exclusivestartkey|scrollid|skiptoken|next|startkey|bookmark|pagestate|streamposition|nextoffset)$/;
const PAGE = /^(?:page|page(?:number|no|num|index)|currentpage)$/;

const OFFSET = /^(?:page)?(?:offset|skip|start|startindex|startat|from)$/;

/** How a request for a list may say which part of it is wanted. */
export function pagingOf({ parameters }: Operation, api: Api): PagingParameter[] {
  return parameters.flatMap((parameter): PagingParameter[] => {
    const { at, name, required, serialisation } = parameter;
    const one = (role: PagingRole, schema?: Located) => ({ role, name, at, required, schema });
    // What a query as a whole or a range holds, no name can tell.
    if (parameter.in === "querystring" || isRange(parameter)) return [one("size"), one("offset")];
    if (parameter.in !== "query") return [];
    const { schema } = serialisation;
    const members = /^(?:page|pagination|paging)$/.test(bareName(name)) ? [...propertiesOf(schema, api).values()] : [];
    if (members.length > 0)
      return members.flatMap((member) => {
        const role = roleOf(`page${member.name}`, member.at, api);
        return role ? [{ ...one(role, member.at), name: `${name}[${member.name}]` }] : [];
      });
    const role = roleOf(name, schema, api);
    return role ? [one(role, schema)] : [];
  });
}

function isRange(parameter: Parameter): boolean {
  return parameter.in === "header" && parameter.name.toLowerCase() === "range";
}

function roleOf(name: string, schema: Located | undefined, api: Api): PagingRole | undefined {
  const bare = bareName(name);
  const types = typesOf(schema, api);
  // Dates select by time, whatever their name is.
  if (types.includes("boolean") || /^date|time/.test(String(keywordOf(schema, "format", api)))) return undefined;
  const counts = types.length === 0 || types.includes("integer") || types.includes("number");
  if (SIZE.test(bare)) return "size";
  // What counts no pages is a token with the name of one.
  if (PAGE.test(bare)) return counts || bare !== "page" ? "page" : "cursor";
  if (OFFSET.test(bare)) return counts ? "offset" : bare === "from" ? undefined : "cursor";
  return CURSOR.test(bare) || (bare === "since" && types.includes("integer")) ? "cursor" : undefined;
}

/** Whether a name in an answer says that there is more, and where: `next_page`, `has_more`, `links`. */
export function tellsOfMore(name: string): boolean {
  const bare = bareName(name);
  return (
    /^(?:odata|page)?next|cursor|^has(?:more|next)|continuation|^(?:links?|scrollid|marker|istruncated|lastid|lastevaluatedkey|after)$/.test(
      bare,
    ) || tellsOfTotal(name)
  );
}

/** Whether a name in an answer says how much there is. */
export function tellsOfTotal(name: string): boolean {
  return /total|^(?:count|pagecount|pages|lastpage)$/.test(bareName(name));
}
