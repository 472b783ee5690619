import type { AsyncInferenceConfig } from "@/lib/async/view";
import type { CreateEndpointConfigRequest, CreateEndpointRequest, CreateModelRequest } from "@/lib/deploy/view";
import type {
  DeregisterTargetRequest,
  PutAlarmRequest,
  PutScalingPolicyRequest,
  RegisterTargetRequest,
} from "@/lib/scaling/requests";
import type { CreateTrainingJobRequest } from "@/lib/training/view";
import type { CreateTransformJobRequest } from "@/lib/transform/view";

/** What the names and addresses of a recipe's requests are made of. */
export type RecipeFacts = {
  region: string;
  bucket: string;
  executionRoleArn: string;
  /** The time that names carry; each further name is a millisecond later. */
  now: Date;
  /** A UUID, where the notebook makes one. */
  unique: string;
};

export type RecipeEndpoint = {
  config: CreateEndpointConfigRequest & { AsyncInferenceConfig?: AsyncInferenceConfig };
  endpoint: CreateEndpointRequest;
};

export type RecipeScaling = {
  target: RegisterTargetRequest;
  policy: PutScalingPolicyRequest;
  /** Starts the first instance when something waits. */
  wake: { policy: PutScalingPolicyRequest; alarm: PutAlarmRequest } | null;
  removal: DeregisterTargetRequest;
};

/** The requests of a recipe, in the order in which they are sent; null: the recipe has no such step. */
export type RecipeRequests = {
  training: CreateTrainingJobRequest | null;
  model: CreateModelRequest | null;
  endpoint: RecipeEndpoint | null;
  transform: CreateTransformJobRequest | null;
  scaling: RecipeScaling | null;
};

export type RecipeService = "sagemaker" | "application-autoscaling" | "cloudwatch";
export type RecipeCall = { service: RecipeService; operation: string; input: object };
