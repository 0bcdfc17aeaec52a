/** A URI as seen from another: shared folders left out. */
export function relativeUri(uri: string, from: string): string {
  const [target, base] = [uri.split("/"), from.split("/")];
  let shared = 0;
  while (shared < base.length - 1 && shared < target.length - 1 && target[shared] === base[shared]) shared++;
  // Of another host nothing can be left out, nor of another drive.
  if (shared < 3 || (shared === 3 && /^[a-z]:$/i.test(target[3] ?? ""))) return uri;
  return [...base.slice(shared, -1).map(() => ".."), ...target.slice(shared)].join("/");
}
