import { SageMakerClient } from "@aws-sdk/client-sagemaker";

const endpoint = process.env.AWS_ENDPOINT_URL ?? `http://127.0.0.1:${process.env.EMULATOR_PORT ?? 4566}`;

export const client = new SageMakerClient({
  endpoint,
  region: process.env.AWS_REGION ?? "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

/** Ends the script unless an emulator answers: a thousand real endpoints would cost a thousand instances. */
export async function refuseUnlessEmulator(): Promise<void> {
  const isEmulator = await fetch(`${endpoint}/_emulator/health`).then(
    (response) => response.ok,
    () => false,
  );
  if (isEmulator) return;
  console.error(`No emulator answers on ${endpoint}. Start it by npm start or npm run emulator.`);
  process.exit(1);
}
