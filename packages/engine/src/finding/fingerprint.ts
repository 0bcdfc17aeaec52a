import { canonicalText } from "@concordat/containment";
import { sha256 } from "../base/digest.ts";
import type { FindingData } from "./finding.ts";

/** What a finding is about: rule, subject and data. Wording, lines and order of files play no part. */
export function identityOf(rule: string, subject: string, data: FindingData): string {
  return `${rule}\n${subject}\n${canonicalText(data)}`;
}

/** Identifies a finding by what it is about, in as few characters as people can copy. */
export function fingerprintOf(rule: string, subject: string, data: FindingData): string {
  return sha256(identityOf(rule, subject, data)).slice(0, 20);
}
