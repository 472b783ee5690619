import { type Fault, validation } from "../../protocol/fault.ts";
import { type ResourceType, sagemakerArn } from "./arn.ts";

const NOUNS: Record<ResourceType, string> = {
  model: "model",
  "endpoint-config": "endpoint configuration",
  endpoint: "endpoint",
  "training-job": "training job",
  "transform-job": "transform job",
  "inference-component": "inference component",
};

export function couldNotFind(region: string, type: ResourceType, name: string): Fault {
  return validation(`Could not find ${NOUNS[type]} "${sagemakerArn(region, type, name)}".`);
}

export function alreadyExists(region: string, type: ResourceType, name: string): Fault {
  return validation(`Cannot create already existing ${NOUNS[type]} "${sagemakerArn(region, type, name)}".`);
}
