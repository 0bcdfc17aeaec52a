import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A Chromium of this machine, or the one that the environment names; undefined where there is none. */
export const CHROMIUM = [process.env["CHROMIUM"], ...PLACES].find((path) => path !== undefined && existsSync(path));
