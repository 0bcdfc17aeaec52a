import type { HttpRequest, HttpResponse } from "../../exchange/exchange.ts";
import { decodeFormText } from "../../exchange/styles.ts";
import type { PactBody, PactPart, PactRequest, PactResponse } from "../../model/pact.ts";
import type { Operation } from "../../model/revision.ts";

/** The request of an interaction as it is sent, with its query written as the operation describes it. */
export function exampleRequest(request: PactRequest, { parameters }: Pick<Operation, "parameters">): HttpRequest {
  const joined = new Set(
    parameters.flatMap(({ in: place, name, serialisation }) =>
      place === "query" && serialisation.kind === "style" && !serialisation.explode ? [name] : [],
    ),
  );
  const pairs = [...request.query].flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encoded(value, joined.has(name))}`),
  );
  return {
    method: request.method,
    url: pairs.length === 0 ? request.path : `${request.path}?${pairs.join("&")}`,
    ...content(request),
  };
}

/** The response of an interaction as it is sent. */
export function exampleResponse(response: PactResponse): HttpResponse {
  return { status: String(response.status), ...content(response) };
}

/** A value of a query; what separates several values in one text is kept as it is. */
function encoded(value: string, isJoined: boolean): string {
  const text = encodeURIComponent(value);
  return isJoined ? text.replaceAll("%2C", ",").replaceAll("%7C", "|") : text;
}

function content({ headers, body }: PactPart): Pick<HttpRequest, "headers" | "body"> {
  const text = bodyText(body);
  const type =
    text !== undefined && "contentType" in body && !headers.has("content-type") ? body.contentType : undefined;
  return {
    headers: { ...Object.fromEntries(headers), ...(type !== undefined && { "content-type": type }) },
    ...(text !== undefined && { body: text }),
  };
}

/** The text of a body; undefined where there is none that can be read. */
function bodyText(body: PactBody): string | undefined {
  if (body.kind === "json") return JSON.stringify(body.value);
  if (body.kind !== "text") return undefined;
  return FORM_TYPE.test(body.contentType) ? escapedForm(body.text) : body.text;
}

const FORM_TYPE = /^application\/x-www-form-urlencoded/i;

/** A form with what is reserved in it escaped, but for what may separate several values: pacts hold forms as people write them. */
function escapedForm(text: string): string {
  return text
    .split("&")
    .map((pair) =>
      pair
        .split("=")
        .map((part) => encoded(decodeFormText(part), true))
        .join("="),
    )
    .join("&");
}
