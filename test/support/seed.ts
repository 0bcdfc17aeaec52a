import fc from "fast-check";

/*
 * Random input begins at one fixed seed, so that a run says the same of the same commit twice, and a pull request never fails by
 * an input that nobody changed. `CONCORDAT_TEST_SEED=random` looks elsewhere, a number there: with a high
 * `CONCORDAT_TEST_EFFORT`, that is how what nobody thought of is found.
 */

const said = process.env["CONCORDAT_TEST_SEED"] ?? "1";
if (said !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(said) });
