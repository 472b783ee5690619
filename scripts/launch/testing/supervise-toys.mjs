// Supervises two toy servers on the ports given, as `npm start` supervises the emulator and the console.
import { fileURLToPath } from "node:url";

import { supervise } from "../supervise.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const guard = ["--import", new URL("../leave-with-parent.mjs", import.meta.url).href];
const specs = process.argv.slice(2).map((port, index) => ({
  name: index === 0 ? "emulator" : "console",
  args: [...guard, here("./toy-server.mjs"), port],
  env: {},
  readyUrl: `http://127.0.0.1:${port}/`,
}));
await supervise(specs, () => console.info("ready"));
