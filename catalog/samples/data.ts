import type { TrainingSample } from "./schema";

/** Training samples whose script and data the console brings along; the files lie beside this one, in `<id>/`. */
export const TRAINING_SAMPLES: readonly TrainingSample[] = [
  {
    id: "text-classifier",
    title: "Train a small text classifier",
    purpose:
      "Sorts customer messages into five kinds. The script and 660 sentences come with the console: train, deploy and try it, all in a few minutes and without a network.",
    needs: "Python's standard library alone. The emulator runs it with this machine's python3.",
    task: "text-classification",
    example: "Nobody rang and now the package is back at the depot.",
    entryPoint: "train.py",
    sourceFolder: "source",
    channels: [
      { name: "train", folder: "data/train", contentType: "text/csv" },
      { name: "test", folder: "data/test", contentType: "text/csv" },
    ],
    hyperparameters: [
      { name: "epochs", type: "integer", value: "8" },
      { name: "learning_rate", type: "float", value: "0.01" },
      { name: "seed", type: "integer", value: "1" },
      { name: "checkpoint_dir", type: "string", value: "/opt/ml/checkpoints" },
    ],
    metrics: [
      { name: "train:loss", regex: "train_loss=([0-9.]+)" },
      { name: "test:accuracy", regex: "test_accuracy=([0-9.]+)" },
    ],
    maxRunSeconds: 3600,
  },
];

/** The sample of an id, or null. */
export function trainingSampleById(id: string): TrainingSample | null {
  return TRAINING_SAMPLES.find((sample) => sample.id === id) ?? null;
}
