/** A training job that can be run as it is: paths are relative to the sample's folder. */
export type TrainingSample = {
  id: string;
  title: string;
  purpose: string;
  needs: string;
  /** The HF_TASK of the model that it makes. */
  task: string;
  /** A text to try the model with. */
  example: string;
  entryPoint: string;
  sourceFolder: string;
  channels: { name: string; folder: string; contentType: string }[];
  hyperparameters: { name: string; type: "integer" | "float" | "string" | "boolean"; value: string }[];
  metrics: { name: string; regex: string }[];
  maxRunSeconds: number;
};
