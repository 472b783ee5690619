// `npm run test:browser`: builds when needed, then only the browser specs; further arguments go to Playwright.
import { runBrowserTests } from "./checks/browser.mjs";
import { ensureBuilt } from "./launch/build.mjs";

ensureBuilt();
const { failed } = await runBrowserTests(process.argv.slice(2));
process.exit(failed === 0 ? 0 : 1);
