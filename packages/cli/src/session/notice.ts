import { asksForNotice, type NoticeTerms } from "@concordat/engine/deprecations";
import type { NoticeFlag } from "../flags.ts";
import type { Session } from "./open.ts";

/** The notice that is asked for: by a flag, else by the policy, else what lint asks for. */
export function noticeTerms(
  { noticeDays }: NoticeFlag,
  { config: { policy, lint } }: Pick<Session, "config">,
): NoticeTerms {
  // A policy that asks for no notice leaves it to what lint asks for.
  return {
    noticeDays: noticeDays ?? (asksForNotice(policy.noticeDays) ? policy.noticeDays : lint.options.noticeDays),
    datesRequired: asksForNotice(policy.noticeDays),
  };
}
