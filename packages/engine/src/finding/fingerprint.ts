import { createHash } from "node:crypto";
import { canonicalText } from "@concordat/containment";
import type { FindingData } from "./finding.ts";

/** Identifies a finding by what it is about: rule, subject and data. Wording, lines and order of files play no part. */
export function fingerprintOf(rule: string, subject: string, data: FindingData): string {
  return createHash("sha256")
    .update(`${rule}\n${subject}\n${canonicalText(data)}`)
    .digest("hex")
    .slice(0, 20);
}
