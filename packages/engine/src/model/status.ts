/** Whether a status tells of success; only those that do are what a consumer calls for (RFC 9110, section 15.3). */
export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

/** Whether a response may be one of success: its status says so, or it is `default` and no other response is. */
export function maySucceed(status: string, responses: readonly { readonly status: string }[]): boolean {
  return isSuccess(status) || (status === "default" && !responses.some((each) => isSuccess(each.status)));
}

/** The response that describes a status: its own, that of its range, or `default` (OpenAPI 3.1, section 4.8.16). */
export function responseFor<T extends { readonly status: string }>(
  responses: readonly T[],
  status: string,
): T | undefined {
  const exact = responses.find((response) => response.status === status);
  if (exact || status === "default") return exact;
  return (
    responses.find((response) => response.status === `${status[0]}XX`) ??
    responses.find((response) => response.status === "default")
  );
}
