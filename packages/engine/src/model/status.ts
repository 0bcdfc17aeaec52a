/** Whether a status tells of success; only those that do are what a consumer calls for (RFC 9110, section 15.3). */
export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}
