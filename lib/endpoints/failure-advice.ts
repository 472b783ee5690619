type Advice = { pattern: RegExp; meaning: string; remedy: string };

/** Reasons that SageMaker is known to give, most telling first; a failed health check is a symptom of many. */
const KNOWN: Advice[] = [
  {
    pattern: /The image '.+' does not exist|Requested image .+ not found|manifest for .+ not found/i,
    meaning: "The container image was never published under this tag, or not in this region.",
    remedy: "Pick the image on the Containers page instead of typing it, then deploy again.",
  },
  {
    pattern: /BatchGetImage|GetDownloadUrlForLayer|all images included in the model .* exist/i,
    meaning: "SageMaker may not pull the container image.",
    remedy:
      "Let the execution role pull from the registry (ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, ecr:GetAuthorizationToken), and use the registry of this region.",
  },
  {
    pattern: /assume (the )?role|sts:AssumeRole/i,
    meaning: "SageMaker cannot use the execution role.",
    remedy: "Check that the role exists and that its trust policy names sagemaker.amazonaws.com.",
  },
  {
    pattern: /CapacityError|Insufficient ?(Instance)? ?Capacity|Unable to provision/i,
    meaning: "AWS has no free machine of this type at the moment.",
    remedy: "Try again later, or choose another size, type or region.",
  },
  {
    pattern: /service limit|ResourceLimitExceeded/i,
    meaning: "The account's quota for this instance type is smaller than asked.",
    remedy: "Ask for more under Service Quotas, or choose a type that has quota left.",
  },
  {
    pattern: /model data archive is too large/i,
    meaning: "The archive does not fit on the instance while it is unpacked.",
    remedy: "Choose a bigger instance, or keep the model uncompressed in S3.",
  },
  {
    pattern: /Image size \d+ is greater/i,
    meaning: "The image is too large for serverless: it takes up to 10 GiB.",
    remedy: "Choose a CPU image, or a real-time endpoint.",
  },
  {
    pattern: /Could not find (endpoint configuration|model ")/i,
    meaning: "The config or the model was deleted while the endpoint needed it.",
    remedy: "Deploy again under the same name after deleting this endpoint.",
  },
  {
    pattern: /model data at|Could not find model data|NoSuchKey/i,
    meaning: "The model's archive is not where the model says.",
    remedy: "Check the S3 address, and that the execution role may read it, then deploy again.",
  },
  {
    pattern: /no bundled model|not the id of a model|Repository Not Found|could not be fetched|unreachable|ENOTFOUND/i,
    meaning: "The container could not find or fetch its model.",
    remedy: "Check the model's id and revision, and whether the Hub can be reached, then deploy again.",
  },
  {
    pattern: /archive (has|could not)/i,
    meaning: "The model's archive does not hold what the container needs.",
    remedy: "Pack config.json and the weights at the root of model.tar.gz, upload it and deploy again.",
  },
  {
    pattern: /gated|401 Client Error|403 Client Error/i,
    meaning: "The model on the Hub is private or gated, and the container has no token that may read it.",
    remedy: "Accept the model's terms on the Hub and deploy again with a token of that account.",
  },
  {
    pattern: /out of memory|OutOfMemory/i,
    meaning: "The model does not fit into the instance's memory.",
    remedy: "Choose an instance with more memory, or a smaller model.",
  },
  {
    pattern: /ping health check|did not pass/i,
    meaning: "The container started, but never said that its model was ready.",
    remedy:
      "Its log says why: often the model could not load, or the memory was too small. Read the last lines, mend it and deploy again.",
  },
];

/** What a FailureReason means and what to do about it. */
export function failureAdvice(reason: string | null): { meaning: string; remedy: string } {
  const known = reason ? KNOWN.find(({ pattern }) => pattern.test(reason)) : undefined;
  return {
    meaning: known?.meaning ?? "SageMaker could not bring the endpoint up.",
    remedy: known?.remedy ?? "Read the endpoint's log, delete the endpoint, and deploy it again with what you learnt.",
  };
}
