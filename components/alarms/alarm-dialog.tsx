"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { type AlarmDraft, draftName } from "@/lib/alarms/draft";
import { findFirings } from "@/lib/alarms/firings";
import { alarmDisplay } from "@/lib/alarms/metric-facts";
import { alarmQueries } from "@/lib/alarms/queries";
import { SaveAlarmInput } from "@/lib/alarms/schema";
import { suggestThreshold } from "@/lib/alarms/threshold";
import { topicName } from "@/lib/alarms/view";
import { alarmSentence, metricWords } from "@/lib/alarms/words";
import type { Zone } from "@/lib/charts/time-labels";
import type { ChartMetric } from "@/lib/metrics/view";
import { problemIn } from "@/lib/problem-in";

import { FiringCount } from "./firing-count";
import { MetricChoice } from "./metric-choice";
import { NotifyFields } from "./notify-fields";
import { RuleFields } from "./rule-fields";
import { ThresholdChart } from "./threshold-chart";
import { useSaveAlarm } from "./use-alarm-changes";

type Props = {
  start: AlarmDraft;
  isNew: boolean;
  /** The metrics to choose from; the draft's own alone when there is no choice. */
  choices: readonly ChartMetric[];
  hasVariants?: boolean;
  /** The topics that the alarm tells now. */
  topicsNow?: readonly string[];
  /** The window in which the rule is tried, as addresses say it. */
  window: Record<string, string>;
  zone: Zone;
  onClose: () => void;
};

/** An alarm is written on its metric: the threshold is dragged over the chart, which says how often it would have fired. */
export function AlarmDialog({
  start,
  isNew,
  choices,
  hasVariants = false,
  topicsNow = [],
  window,
  zone,
  onClose,
}: Props) {
  const workspace = useWorkspace();
  const refusal = useRefusal("alarm:write");
  const formId = useId();
  const save = useSaveAlarm();
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const metric = useQuery(alarmQueries.metric(workspace.id, draft.metric, window));

  const values = metric.data?.values ?? [];
  const threshold = draft.threshold ?? suggestThreshold(values);
  const highest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const display = alarmDisplay(draft.metric, highest || threshold);
  const rule = { ...draft.rule, threshold };
  const firings = findFirings(values, { ...rule, periods: rule.periods || 1 });
  const name = draftName(draft, hasVariants);

  function change(part: Partial<AlarmDraft>) {
    setDraft({ ...draft, ...part });
    setProblems({});
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { description, notify } = draft;
    const parsed = SaveAlarmInput.safeParse({ name, isNew, description, metric: draft.metric, rule, notify });
    if (!parsed.success) {
      return setProblems(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), message])));
    }
    save.mutate(parsed.data, {
      onSuccess: () => {
        toast.success(isNew ? `Alarm ${name} created` : `Alarm ${name} saved`);
        onClose();
      },
    });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={isNew ? "Create alarm" : "Edit alarm"}
      description={alarmSentence({ metric: draft.metric, rule })}
      footer={
        <>
          {refusal ? <span className="mr-auto self-center text-sm text-muted">{refusal}</span> : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={save.isPending} disabled={refusal !== null}>
            {isNew ? "Create alarm" : "Save alarm"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {choices.length > 1 ? <MetricChoice choices={choices} draft={draft} onChange={setDraft} /> : null}
        {metric.isError ? (
          <ErrorPanel
            title="The metric could not be read"
            problem={problemIn(metric.error)}
            onRetry={() => void metric.refetch()}
          />
        ) : metric.data ? (
          <div aria-busy={metric.isPlaceholderData} className="aria-busy:opacity-60">
            <ThresholdChart
              name={metricWords(draft.metric)}
              view={metric.data}
              display={display}
              threshold={Number.isNaN(threshold) ? 0 : threshold}
              onThreshold={(value) => change({ threshold: value })}
              firings={firings}
              zone={zone}
            />
            <FiringCount view={metric.data} firings={firings} zone={zone} />
          </div>
        ) : (
          <Skeleton className="h-64" />
        )}
        <RuleFields draft={draft} threshold={threshold} display={display} onChange={change} problems={problems} />
        <NotifyFields
          value={draft.notify}
          onChange={(notify) => change({ notify })}
          problems={problems}
          now={topicsNow.map(topicName)}
        />
        {isNew ? (
          <Field required label="Name" error={problems.name}>
            {(ids) => <Input {...ids} mono value={name} onChange={(event) => change({ name: event.target.value })} />}
          </Field>
        ) : null}
        <Field
          label="Description"
          help="What it means and what to do: it stands in the notification."
          error={problems.description}
        >
          {(ids) => (
            <Input
              {...ids}
              value={draft.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
        {save.error ? <ErrorPanel title="The alarm was not saved" problem={problemIn(save.error)} /> : null}
      </form>
    </Dialog>
  );
}
