import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { offsetPage } from "../page-token.ts";
import type { JsonService } from "../service.ts";
import { describeQuota, namedQuotas } from "./instance-quotas.ts";

type Get = { ServiceCode: string; QuotaCode: string };
type List = { ServiceCode: string; QuotaCode?: string; MaxResults?: number; NextToken?: string };

/** Service Quotas: how many instances of each type the account may use with SageMaker. */
export function serviceQuotasService({ records, quotas }: EmulatorContext): JsonService {
  function quotasOf(serviceCode: string) {
    if (serviceCode === "sagemaker") return namedQuotas(quotas);
    throw noResource("The request failed because the specified service does not exist.");
  }

  function getServiceQuota({ ServiceCode, QuotaCode }: Get, { region }: Call) {
    const found = quotasOf(ServiceCode).find(({ code }) => code === QuotaCode);
    if (!found) throw noResource("The request failed because the specified quota does not exist.");
    return { Quota: describeQuota(quotas, region, found) };
  }

  function listServiceQuotas(input: List, { region }: Call) {
    const { ServiceCode, QuotaCode, MaxResults = 100, NextToken } = input;
    const wanted = quotasOf(ServiceCode).filter(({ code }) => QuotaCode === undefined || code === QuotaCode);
    const page = offsetPage(records, `service-quotas ${region} ${QuotaCode ?? ""}`, wanted, NextToken, MaxResults);
    return { Quotas: page.items.map((quota) => describeQuota(quotas, region, quota)), NextToken: page.nextToken };
  }

  return {
    protocol: "json",
    id: "service-quotas",
    targetPrefix: "ServiceQuotasV20190624",
    operations: { GetServiceQuota: getServiceQuota, ListServiceQuotas: listServiceQuotas },
  };
}

const noResource = (message: string) => new Fault("NoSuchResourceException", message);
