import { join } from "node:path";
import { rolldown } from "rolldown";

const INDEX = join(import.meta.dirname, "../../packages/client/src/index.ts");

/** What a page loads for a module that imports `@concordat/client`: the run-time as far as it is used, as a bundler makes it. */
export async function bundleConsumer(text: string): Promise<string> {
  const input = "consumer.ts";
  const consumer = {
    name: "consumer",
    resolveId: (id: string) => (id === input ? id : null),
    load: (id: string) => (id === input ? text.replaceAll("@concordat/client", INDEX) : null),
  };
  const bundle = await rolldown({ input, plugins: [consumer], platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  return output[0].code;
}
