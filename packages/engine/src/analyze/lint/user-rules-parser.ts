import type { Description } from "../../load/description.ts";
import type { UserFinding } from "./user-rules.ts";
export function* parserFindings(_d: Description, _o: unknown): Generator<UserFinding> {}
