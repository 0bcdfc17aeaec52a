import type { PageData } from "@concordat/engine/page";
import { render } from "preact";
import { Page } from "./page.tsx";

/** Shows the data that the page was filled with. */
const element = document.getElementById("data");
const root = document.getElementById("page");
if (element && root) render(<Page data={JSON.parse(element.textContent) as PageData} />, root);
