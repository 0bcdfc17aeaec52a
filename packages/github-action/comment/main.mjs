// The same bundle as the action beside it, told to comment only.
process.env.CONCORDAT_ACTION = "comment";
await import("../dist/main.js");
