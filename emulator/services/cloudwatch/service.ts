import type { EmulatorContext } from "../../context.ts";
import type { JsonService } from "../service.ts";
import { createAlarmClock } from "./alarms/alarm-clock.ts";
import { alarmOperations } from "./alarms/alarm-operations.ts";
import { openAlarmHistory } from "./alarms/alarm-store.ts";
import { type GetMetricDataInput, getMetricData } from "./get-metric-data.ts";
import { type GetMetricStatisticsInput, getMetricStatistics } from "./get-metric-statistics.ts";
import { type ListMetricsInput, listMetrics } from "./list-metrics.ts";
import { type PutMetricDataInput, putMetricData } from "./put-metric-data.ts";

/** CloudWatch's metrics and alarms. */
export function cloudwatchService(context: EmulatorContext): JsonService {
  const history = openAlarmHistory(context.database);
  const alarms = createAlarmClock(context, history);
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
      ...alarmOperations(context, history, alarms),
    },
  };
}
