/** Reading JSON and YAML with places, for packages that touch the world. */
export { type Parsed, parseText } from "./parse.ts";
