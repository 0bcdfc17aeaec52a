#!/usr/bin/env node
const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 19)) await import("../dist/main.js");
else {
  process.stderr.write(`Concordat needs Node 22.19 or later; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
}
