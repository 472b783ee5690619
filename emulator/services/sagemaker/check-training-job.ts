import type { EmulatorContext } from "../../context.ts";
import { validation } from "../../protocol/fault.ts";
import type { TrainingDefinition } from "../../training/training-job.ts";
import { checkExecutionRole } from "./execution-role.ts";

/** What SageMaker refuses beyond the API model's own constraints, which the protocol layer has checked. */
export function checkTrainingJob(context: EmulatorContext, definition: TrainingDefinition): void {
  const { AlgorithmSpecification, ResourceConfig, StoppingCondition, InputDataConfig = [] } = definition;
  if (!AlgorithmSpecification) throw validation("AlgorithmSpecification must be specified.");
  if (!ResourceConfig?.InstanceType || !ResourceConfig.InstanceCount) {
    throw validation("ResourceConfig must specify InstanceType and InstanceCount.");
  }
  if (!StoppingCondition) throw validation("StoppingCondition must be specified.");
  const { TrainingImage, AlgorithmName } = AlgorithmSpecification;
  if (Boolean(TrainingImage) === Boolean(AlgorithmName)) {
    throw validation("You must specify exactly one of TrainingImage and AlgorithmName.");
  }
  checkExecutionRole(context, definition.RoleArn);
  checkSpot(definition);
  if (definition.EnableManagedSpotTraining && ResourceConfig.KeepAlivePeriodInSeconds) {
    throw validation("KeepAlivePeriodInSeconds cannot be specified when EnableManagedSpotTraining is set to true.");
  }
  const names = InputDataConfig.map(({ ChannelName }) => ChannelName);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw validation(`Duplicate channel name: ${repeated}.`);
}

function checkSpot({ EnableManagedSpotTraining, StoppingCondition }: TrainingDefinition): void {
  const { MaxRuntimeInSeconds = 86_400, MaxWaitTimeInSeconds } = StoppingCondition;
  if (!EnableManagedSpotTraining) {
    if (MaxWaitTimeInSeconds === undefined) return;
    throw validation("MaxWaitTimeInSeconds can be specified only when EnableManagedSpotTraining is set to true.");
  }
  if (MaxWaitTimeInSeconds === undefined) {
    throw validation("MaxWaitTimeInSeconds must be present when EnableManagedSpotTraining is set to true.");
  }
  if (MaxWaitTimeInSeconds < MaxRuntimeInSeconds) {
    throw validation(
      "Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds.",
    );
  }
}
