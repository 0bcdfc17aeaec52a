/** The oldest Node that everything here works on; `engines` of the packages say the same. */
const OLDEST = { major: 22, minor: 19 };

/** Why a version of Node cannot be used, with what to do; undefined where it can. */
export function unsupportedNode(version: string = process.versions.node): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return undefined;
  return `Concordat needs Node ${OLDEST.major}.${OLDEST.minor} or later; this is Node ${version}. Install a later one.`;
}
