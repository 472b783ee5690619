import { NAV_KEY, THEME_KEY } from "./storage-keys";

// Runs before the first paint, so that nobody sees the other theme flash by.
const SCRIPT = `(function(){var d=document.documentElement.dataset,dark=matchMedia("(prefers-color-scheme: dark)");
function show(){var t=null;try{t=localStorage.getItem(${JSON.stringify(THEME_KEY)})}catch(e){}
d.theme=t==="light"||t==="dark"?t:dark.matches?"dark":"light"}
show();dark.addEventListener("change",show);
try{if(localStorage.getItem(${JSON.stringify(NAV_KEY)})==="collapsed")d.nav="collapsed"}catch(e){}})()`;

/** Sets `data-theme` on the page from the person's choice, else from the system's; and whether the navigation is folded. */
export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />;
}
