/**
 * Stands in the bundles for the parser of IRIs that `@hyperjump/json-schema` brings along: its patterns take fifteen
 * milliseconds to compile, and all that it is given there are a few URIs of our own (`containment/src/confirm/validators.ts`)
 * and those of the schemas of JSON Schema itself.
 */

const parts = (url) => ({
  scheme: url.protocol.slice(0, -1),
  authority: url.host,
  path: url.pathname,
  ...(url.search !== "" && { query: url.search.slice(1) }),
  ...(url.href.includes("#") && { fragment: url.hash.slice(1) }),
});

export const parseIri = (iri) => parts(new URL(iri));
export const parseAbsoluteIri = parseIri;
export const parseIriReference = (iri) => ({ fragment: iri.split("#")[1] });
export const resolveIri = (reference, base) => new URL(reference, base === "" ? undefined : base).href;
export const normalizeIri = (iri) => new URL(iri).href;
export const toAbsoluteIri = (iri) => normalizeIri(iri).split("#")[0];
