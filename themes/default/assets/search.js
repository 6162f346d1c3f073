// The search page; what it is made of lies in search/.
import { begin } from "./search/page.js";

begin(document.getElementById("search-page"), () => import("./search/engine.js"));
