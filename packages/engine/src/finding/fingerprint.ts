import { canonicalText } from "@concordat/containment";
import { sha256 } from "../base/digest.ts";
import type { FindingData } from "./finding.ts";

/** Identifies a finding by what it is about: rule, subject and data. Wording, lines and order of files play no part. */
export function fingerprintOf(rule: string, subject: string, data: FindingData): string {
  return sha256(`${rule}\n${subject}\n${canonicalText(data)}`).slice(0, 20);
}
