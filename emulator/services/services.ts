import type { EmulatorContext } from "../context.ts";
import { autoscalingService } from "./autoscaling/service.ts";
import { cloudwatchService } from "./cloudwatch/service.ts";
import { iamService } from "./iam/service.ts";
import { logsService } from "./logs/service.ts";
import { pricingService } from "./pricing/service.ts";
import { runtimeService } from "./runtime/service.ts";
import { s3Service } from "./s3/service.ts";
import { sagemakerService } from "./sagemaker/service.ts";
import { findServing, listAsyncEndpoints } from "./sagemaker/serving.ts";
import type { Service } from "./service.ts";
import { serviceQuotasService } from "./service-quotas/service.ts";
import { snsService } from "./sns/service.ts";
import { stsService } from "./sts/service.ts";

/** Every service of the emulator, one line each. S3 accepts whatever nobody else wants and therefore stands last. */
export function allServices(context: EmulatorContext): Service[] {
  return [
    sagemakerService(context),
    runtimeService(context, findServing(context), listAsyncEndpoints(context)),
    autoscalingService(context),
    cloudwatchService(context),
    logsService(context),
    stsService(context),
    iamService(context),
    serviceQuotasService(context),
    pricingService(context),
    snsService(context),
    s3Service(context.objects),
  ];
}
