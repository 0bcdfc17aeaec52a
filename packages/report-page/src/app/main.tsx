import { render } from "preact";
import { unpack } from "../data/packed.ts";
import { Page } from "./page.tsx";

/** Shows the data that the page was filled with. */
const element = document.getElementById("data");
const root = document.getElementById("page");
if (element && root) render(<Page data={unpack(JSON.parse(element.textContent))} />, root);
