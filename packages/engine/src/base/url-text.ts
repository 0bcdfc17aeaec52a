/** URLs in a text: scheme, user information, host and path, query. */
const URLS = /([a-z][a-z0-9+.-]*:\/\/)([^\s/?#"'<>`]*@)?([^\s?#"'<>`]*)(\?[^\s#"'<>`]*)?/gi;

/** A text in which no URL shows who asks: what stands before `@`, and the values of the query, are stars. */
export function withoutCredentials(text: string): string {
  if (!text.includes("://")) return text;
  return text.replace(
    URLS,
    (_, scheme: string, user: string | undefined, rest: string, query: string | undefined) =>
      `${scheme}${user === undefined ? "" : "***@"}${rest}${query?.replace(/=[^&]*/g, "=***") ?? ""}`,
  );
}
