// `npm run test:browser`: builds when needed, then only the browser specs.
import { runBrowserTests } from "./checks/browser.mjs";
import { ensureBuilt } from "./launch/build.mjs";

ensureBuilt();
const { failed } = await runBrowserTests();
process.exit(failed === 0 ? 0 : 1);
