/** An account + region + role that the console works in; every page lives under its id. */
export type Workspace = {
  /** Stable, kebab-case, first segment of the URL: `local`. */
  id: string;
  label: string;
  region: string;
  /** True for the built-in emulator; its address comes from EMULATOR_URL, its credentials are dummies. */
  isEmulator: boolean;
  /** Overrides the SDK's endpoint (VPC endpoint, another emulator); null: AWS's own. */
  endpointUrl: string | null;
  /** Role the console assumes before it calls AWS; null: the SDK's default credentials. */
  roleArn: string | null;
  /** Default execution role for models and jobs. */
  executionRoleArn: string | null;
  /** Default bucket for uploads and outputs; null: `sagemaker-{region}-{account}`. */
  bucket: string | null;
};
