/** Stands in the bundles for the fetching that Spectral brings along: nothing is fetched but by the host, and never by a linter. */
export default function refuse() {
  throw new Error("Nothing is fetched from here.");
}
