import { tmpdir } from "node:os";
import { join } from "node:path";

const port = Number(process.env.E2E_PORT ?? 3100);
const emulatorPort = Number(process.env.E2E_EMULATOR_PORT ?? 4600);

/** Where the browser specs find the console and its emulator. */
export const E2E = {
  port,
  emulatorPort,
  /** Where the console looks for the Hugging Face Hub: nobody answers there unless a spec does. */
  hubPort: port + 1,
  /** From where the console may read scripts by git although it is this machine: a spec serves them. */
  gitPort: port + 2,
  consoleUrl: `http://127.0.0.1:${port}`,
  emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
  dataDir: process.env.E2E_DATA_DIR ?? join(tmpdir(), `huggingface-sagemaker-console-e2e-${port}`),
  adminPassword: "correct horse battery staple",
};
