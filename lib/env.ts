import "server-only";
import { z } from "zod";

const EnvSchema = z.object({
  /** Folder of the console's own state: database, session secret. Created when missing. */
  DATA_DIR: z.string().default(".data"),
  /** Set by `npm start`: where the built-in emulator listens. Unset (`npm start -- --aws`): no emulator workspace. */
  EMULATOR_URL: z.url().optional(),
  /** Region of the first workspace when the console runs against AWS. */
  AWS_REGION: z.string().default("us-east-1"),
  /** Where models' facts are looked up while somebody fills in the deploy form. */
  HUB_URL: z.url().default("https://huggingface.co"),
  /**
   * A plain http origin on this machine from which scripts may be read by git, for tests or a mirror of one's own. All
   * other addresses must be https and public.
   */
  GIT_LOCAL_ORIGIN: z.url().optional(),
  /** PostgreSQL connection string. Unset: SQLite in DATA_DIR. */
  DATABASE_URL: z.string().optional(),
});

export type Env = z.infer<typeof EnvSchema>;

let cached: Env | undefined;

/** The server's settings, checked once; throws a ZodError that names the bad variable. */
export function env(): Env {
  cached ??= EnvSchema.parse(process.env);
  return cached;
}
