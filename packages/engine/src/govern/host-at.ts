import { pathFrom } from "../base/paths.ts";
import { failed } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { AtCommit } from "./parting.ts";

/** A host whose texts are those of a commit; what that does not have, such as an installed package, is read from disk. */
export function hostAt({ root, commit }: AtCommit, host: Host): Host {
  return {
    ...host,
    readText: async (path) => {
      const name = pathFrom(root, path);
      if (name.startsWith("../")) return host.readText(path);
      const bytes = await host.gitShow(root, commit, name);
      if (failed(bytes)) return bytes.failure === "missing" ? host.readText(path) : bytes;
      return { value: new TextDecoder().decode(bytes.value) };
    },
  };
}
