import { logPlace } from "../../container/container-log.ts";
import type { ContainerResponse, ServingTarget } from "../../container/inference-host.ts";
import { ACCOUNT_ID } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";

/** A container's answer that is not 2xx, as the runtime reports it: HTTP 424 in SageMaker's words. */
export function modelError(target: ServingTarget, { status, body }: ContainerResponse): Fault {
  const { region } = target;
  const { group } = logPlace(target);
  const side = status >= 400 && status < 500 ? "client" : "server";
  const text = body.toString("utf8");
  // An answer without a body, such as the 413 of a request that is too large, has words of its own.
  const said = text === "" ? "and could not load the entire response body" : `with message "${text}"`;
  const message = `Received ${side} error (${status}) from primary ${said}. See https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logEventViewer:group=${group} in account ${ACCOUNT_ID} for more information.`;
  return new Fault("ModelError", message, 424, {
    OriginalStatusCode: status,
    OriginalMessage: text,
    LogStreamArn: `arn:aws:logs:${region}:${ACCOUNT_ID}:log-group:${group}`,
  });
}
