/** Days between a deprecation and its sunset, at least: the same for all, or by stability level. */
export type NoticeDays = number | Readonly<Record<string, number>>;

/** The days that something of a stability level gets. A level that is not named gets the most that any gets. */
export function noticeDaysFor(notice: NoticeDays, stability: string): number {
  if (typeof notice === "number") return notice;
  const named = Object.hasOwn(notice, stability) ? notice[stability] : undefined;
  return named ?? Math.max(0, ...Object.values(notice));
}

/** Whether anything gets notice. */
export function asksForNotice(notice: NoticeDays): boolean {
  return typeof notice === "number" ? notice > 0 : Object.values(notice).some((days) => days > 0);
}
