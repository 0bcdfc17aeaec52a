import { canonicalText } from "@concordat/containment/internal";
import { sha256 } from "../base/digest.ts";
import type { FindingData, RawFinding } from "./finding.ts";

/** What a finding is about: rule, subject and data. Wording, what only the message tells, lines and order of files play no part. */
export function identityOf(rule: string, subject: string, data: FindingData): string {
  return `${rule}\n${subject}\n${canonicalText(data)}`;
}

/**
 * The fingerprint of what was found. A break of consumers of head is another thing than the same break of those of base, and
 * what is wrong with one consumer's use another than the same with that of a second.
 */
export function fingerprintOfFinding({
  rule,
  subject,
  data,
  compatibility,
  consumer,
  interaction,
}: RawFinding): string {
  const use = { ...(consumer !== undefined && { consumer }), ...(interaction !== undefined && { interaction }) };
  return fingerprintOf(compatibility === undefined ? rule : `${compatibility} ${rule}`, subject, { ...data, ...use });
}

/** Identifies a finding by what it is about, in as few characters as people can copy. */
export function fingerprintOf(rule: string, subject: string, data: FindingData): string {
  return sha256(identityOf(rule, subject, data)).slice(0, 20);
}
