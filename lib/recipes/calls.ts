import type { RecipeCall, RecipeRequests, RecipeService } from "./view";

/** The calls that make a recipe, in order. */
export function makingCalls({ training, model, endpoint, transform, scaling }: RecipeRequests): RecipeCall[] {
  return [
    ...call("sagemaker", "CreateTrainingJob", training),
    ...call("sagemaker", "CreateModel", model),
    ...call("sagemaker", "CreateEndpointConfig", endpoint?.config),
    ...call("sagemaker", "CreateEndpoint", endpoint?.endpoint),
    ...call("sagemaker", "CreateTransformJob", transform),
    ...call("application-autoscaling", "RegisterScalableTarget", scaling?.target),
    ...call("application-autoscaling", "PutScalingPolicy", scaling?.policy),
    ...call("application-autoscaling", "PutScalingPolicy", scaling?.wake?.policy),
    ...call("cloudwatch", "PutMetricAlarm", scaling?.wake?.alarm),
  ];
}

/** The calls that remove what costs or stays behind, in order. Archives and results in S3 stay. */
export function removingCalls({ model, endpoint, scaling }: RecipeRequests): RecipeCall[] {
  const names = endpoint && {
    EndpointName: endpoint.endpoint.EndpointName,
    EndpointConfigName: endpoint.config.EndpointConfigName,
  };
  return [
    ...call("cloudwatch", "DeleteAlarms", scaling?.wake && { AlarmNames: [scaling.wake.alarm.AlarmName] }),
    ...call("application-autoscaling", "DeregisterScalableTarget", scaling?.removal),
    ...call("sagemaker", "DeleteEndpoint", names && { EndpointName: names.EndpointName }),
    ...call("sagemaker", "DeleteEndpointConfig", names && { EndpointConfigName: names.EndpointConfigName }),
    ...call("sagemaker", "DeleteModel", model && { ModelName: model.ModelName }),
  ];
}

function call(service: RecipeService, operation: string, input: object | null | undefined): RecipeCall[] {
  return input ? [{ service, operation, input }] : [];
}
