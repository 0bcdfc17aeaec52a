import type { Shape } from "./build.ts";
import { chains } from "./chains.ts";
import { combined } from "./combined.ts";
import { doubled } from "./doubled.ts";
import { operations } from "./operations.ts";
import { paths } from "./paths.ts";
import { schemas } from "./schemas.ts";
import { surface } from "./surface.ts";
import { wide } from "./wide.ts";

/** All shapes. */
export const shapes: readonly Shape[] = [
  ...doubled,
  ...chains,
  ...combined,
  ...wide,
  ...schemas,
  ...paths,
  ...operations,
  ...surface,
];
