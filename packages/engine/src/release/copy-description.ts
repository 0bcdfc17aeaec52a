import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { locationOf, parsePointer } from "@concordat/containment/internal";
import { pathFrom } from "../base/paths.ts";
import { relativeUri } from "../base/relative-uri.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import type { TextEdit } from "../edit/changes.ts";
import { editText } from "../edit/edit-text.ts";
import { isRefused } from "../edit/place.ts";
import type { Description, LoadedText } from "../load/description.ts";
import { referenceSites } from "../load/structure.ts";

/** A copy of a description: its first file, and the texts of all its files by their absolute paths. */
export interface DescriptionCopy {
  readonly root: string;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Copies a description into a folder of revisions. Its first file becomes `VERSION.yaml` or `.json`; those that it refers to keep
 * their places to one another, in a folder `VERSION` beside it. References are changed where they would lead elsewhere, and
 * nothing else is.
 */
export function copyDescription(description: Description, folder: string, version: string): Result<DescriptionCopy> {
  const missing = [...description.missing.keys()].find((uri) => uri.startsWith("file:"));
  if (missing !== undefined)
    return inputFailure(
      "revision-incomplete",
      `\`${description.source}\` refers to \`${fileURLToPath(missing)}\`, which cannot be read. A released revision has to be whole.`,
    );
  const places = placesOf(description, folder, version);
  const texts = new Map<string, string>();
  for (const [uri, text] of filesOf(description)) {
    const edited = withReferences(text, description, places);
    if (failed(edited)) return edited;
    texts.set(fileURLToPath(places.get(uri) as string), edited.value);
  }
  return { value: { root: fileURLToPath(places.get(description.root.uri) as string), texts } };
}

function filesOf({ texts }: Description): (readonly [uri: string, text: LoadedText])[] {
  return [...texts].filter(([uri]) => uri.startsWith("file:"));
}

/** Where each file of a description is copied to, by URI. */
function placesOf(description: Description, folder: string, version: string): ReadonlyMap<string, string> {
  const { uri: rootUri } = description.root;
  const paths = filesOf(description).map(([uri, text]) => ({ uri, path: fileURLToPath(uri), format: text.format }));
  const top = sharedFolder(paths.map(({ path }) => path));
  return new Map(
    paths.map(({ uri, path, format }) => {
      const own = extname(path).toLowerCase();
      const ending = /^\.(?:ya?ml|json)$/.test(own) ? own : format === "json" ? ".json" : ".yaml";
      const copy = uri === rootUri ? `${version}${ending}` : join(version, pathFrom(top, path));
      return [uri, pathToFileURL(join(folder, copy)).href];
    }),
  );
}

/** The deepest folder that all files lie in. */
function sharedFolder(paths: readonly string[]): string {
  let [top = ""] = paths.map((path) => dirname(path));
  for (const path of paths) while (pathFrom(top, path).startsWith("..")) top = dirname(top);
  return top;
}

/** The text of a file with references that lead, from its new place, to where they led before. */
function withReferences(
  text: LoadedText,
  { library, source }: Description,
  places: ReadonlyMap<string, string>,
): Result<string> {
  const document = library.document(text.uri);
  if (document === undefined) return { value: text.text };
  const edits: TextEdit[] = [];
  for (const { reference, pointer, keyword } of referenceSites(text.data)) {
    const [path = "", ...fragment] = reference.split("#");
    const target = path === "" ? undefined : locationOf(path, document.uri, document);
    const place = target === undefined ? undefined : places.get(target);
    const here = places.get(document.uri) as string;
    if (place === undefined || new URL(path, here).href === place) continue;
    const changed = [relativeUri(place, here), ...fragment].join("#");
    edits.push({ kind: "set", pointer, key: parsePointer(`/${keyword}`)?.[0] ?? keyword, value: changed });
  }
  if (edits.length === 0) return { value: text.text };
  const edited = editText({ name: text.name, text: text.text }, edits);
  if (!isRefused(edited)) return { value: edited.text };
  return inputFailure(
    "revision-uncopied",
    `\`${source}\` cannot be copied: a reference in \`${text.name}\` cannot be changed, because ${edited.refused}.`,
    { file: text.name },
  );
}
