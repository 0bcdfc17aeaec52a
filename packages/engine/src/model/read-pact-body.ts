import { Buffer } from "node:buffer";
import { isObject, type Json, type Located, own } from "@concordat/containment/internal";
import { parseJson } from "../source/json-value.ts";
import type { PactBody } from "./pact.ts";

/** Media types of JSON. */
const JSON_TYPE = /^(?:application\/json|[^;]+\+json)(?:;|$)/i;
/** Media types whose bytes are text. */
const TEXT_TYPE = /^(?:text\/|[^;]*(?:json|xml|x-www-form-urlencoded|multipart|javascript|graphql|yaml))/i;

/**
 * Reads the example of a body.
 *
 * @param key where it stands in its owner
 * @param isNew whether it is written as version 4 does: its content in an object, with its media type
 */
export function readBody(
  owner: Located,
  key: string,
  isNew: boolean,
  headers: ReadonlyMap<string, readonly string[]>,
): PactBody {
  const raw = isObject(owner.value) ? own(owner.value, key) : undefined;
  const at: Located = { document: owner.document, pointer: `${owner.pointer}/${key}`, value: raw };
  const declared = (headers.get("content-type") ?? headers.get("contenttype"))?.[0];
  if (!isNew) return raw === undefined ? { kind: "absent" } : bodyOf(raw, at, declared);
  if (!isObject(raw)) return { kind: "absent" };
  const content = own(raw, "content");
  if (content === undefined) return { kind: "absent" };
  const written = own(raw, "contentType");
  const contentType = typeof written === "string" && written !== "" && written !== "*/*" ? written : declared;
  const inside = { document: at.document, pointer: `${at.pointer}/content`, value: content };
  const encoded = own(raw, "encoded");
  if (typeof content !== "string" || encoded === false || encoded === undefined || encoded === "")
    return bodyOf(content, inside, contentType);
  if (encoded === "json" || encoded === "JSON") return bodyOf(content, inside, contentType ?? "application/json");
  const bytes = Buffer.from(content, "base64");
  if (contentType === undefined || !TEXT_TYPE.test(contentType))
    return { kind: "binary", at: inside, contentType: contentType ?? "application/octet-stream" };
  return bodyOf(bytes.toString("utf8"), inside, contentType);
}

function bodyOf(content: unknown, at: Located, contentType: string | undefined): PactBody {
  if (content === null || content === "") return { kind: "empty" };
  if (typeof content !== "string") {
    // What libraries keep as data of a form or a multipart body is not what is sent.
    if (contentType !== undefined && !JSON_TYPE.test(contentType)) return { kind: "binary", at, contentType };
    return jsonBody(content as Json, at, contentType);
  }
  if (contentType !== undefined && !JSON_TYPE.test(contentType))
    return { kind: "text", text: content, at, contentType };
  const parsed = parseJson(content);
  if (contentType !== undefined) return jsonBody(parsed === undefined ? content : parsed.json, at, contentType);
  if (parsed !== undefined && typeof parsed.json === "object") return jsonBody(parsed.json, at, contentType);
  return { kind: "text", text: content, at, contentType: /^\s*</.test(content) ? "application/xml" : "text/plain" };
}

function jsonBody(value: Json, at: Located, contentType: string | undefined): PactBody {
  return { kind: "json", value, at, contentType: contentType ?? "application/json" };
}
