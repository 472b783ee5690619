import type { EmulatorContext } from "../../context.ts";
import type { JsonService } from "../service.ts";
import { type GetMetricDataInput, getMetricData } from "./get-metric-data.ts";
import { type GetMetricStatisticsInput, getMetricStatistics } from "./get-metric-statistics.ts";
import { type ListMetricsInput, listMetrics } from "./list-metrics.ts";
import { type PutMetricDataInput, putMetricData } from "./put-metric-data.ts";

/** CloudWatch's metrics. It has no alarms yet, so lists of them are empty. */
export function cloudwatchService(context: EmulatorContext): JsonService {
  return {
    protocol: "json",
    id: "cloudwatch",
    targetPrefix: "GraniteServiceVersion20100801",
    query: {
      scope: "monitoring",
      version: "2010-08-01",
      xmlNamespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
    },
    operations: {
      GetMetricData: (input: GetMetricDataInput, call) => getMetricData(context, input, call),
      GetMetricStatistics: (input: GetMetricStatisticsInput, call) => getMetricStatistics(context, input, call),
      ListMetrics: (input: ListMetricsInput, call) => listMetrics(context, input, call),
      PutMetricData: (input: PutMetricDataInput, call) => putMetricData(context, input, call),
      DescribeAlarms: () => ({ MetricAlarms: [], CompositeAlarms: [] }),
    },
  };
}
