"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { alarmQueries } from "@/lib/alarms/queries";
import type { NotifyInput } from "@/lib/alarms/schema";
import { problemIn } from "@/lib/problem-in";

type Props = {
  value: NotifyInput;
  onChange: (value: NotifyInput) => void;
  /** Messages by path: `notify.email`. */
  problems: Readonly<Record<string, string>>;
  /** The topics that are told now, where they are several. */
  now?: readonly string[];
};

/** Who is told when the alarm fires and when it is over: nobody, a topic, or a new topic with an e-mail address. */
export function NotifyFields({ value, onChange, problems, now = [] }: Props) {
  const { id } = useWorkspace();
  const topics = useQuery(alarmQueries.topics(id));
  const known = topics.data ?? [];
  const chosen = value.kind === "topic" ? value.arn : value.kind;
  return (
    <div className="flex flex-col gap-3">
      <Field
        required
        label="Notify"
        help="Told when it fires and when it is over. An SNS topic passes it on to whoever is subscribed."
        error={problems["notify.arn"]}
      >
        {(ids) => (
          <Select {...ids} value={chosen} onChange={(event) => onChange(toNotify(event.target.value))}>
            <option value="none">Nobody: it only shows here</option>
            {now.length > 1 ? <option value="keep">As now: {now.join(", ")}</option> : null}
            {value.kind === "topic" && !known.some(({ arn }) => arn === value.arn) ? (
              <option value={value.arn}>{value.arn}</option>
            ) : null}
            {known.map(({ arn, name }) => (
              <option key={arn} value={arn}>
                Topic {name}
              </option>
            ))}
            <option value="new">A new topic with an e-mail address…</option>
          </Select>
        )}
      </Field>
      {topics.isError ? (
        <ErrorPanel
          title="The topics could not be listed"
          problem={problemIn(topics.error)}
          onRetry={() => void topics.refetch()}
        />
      ) : null}
      {value.kind === "topic" ? <Subscribers arn={value.arn} /> : null}
      {value.kind === "new" ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field required label="Topic name" error={problems["notify.name"]}>
            {(ids) => (
              <Input
                {...ids}
                mono
                value={value.name}
                onChange={(event) => onChange({ ...value, name: event.target.value })}
              />
            )}
          </Field>
          <Field
            required
            label="E-mail address"
            help="SNS writes to it; nothing is sent until the link in that mail is followed."
            error={problems["notify.email"]}
          >
            {(ids) => (
              <Input
                {...ids}
                type="email"
                autoComplete="email"
                value={value.email}
                onChange={(event) => onChange({ ...value, email: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : null}
    </div>
  );
}

function toNotify(choice: string): NotifyInput {
  if (choice === "none" || choice === "keep") return { kind: choice };
  if (choice === "new") return { kind: "new", name: "endpoint-alarms", email: "" };
  return { kind: "topic", arn: choice };
}

/** Who hears of it, so that nobody trusts a topic without ears. */
function Subscribers({ arn }: { arn: string }) {
  const { id } = useWorkspace();
  const { data } = useQuery(alarmQueries.subscriptions(id, arn));
  if (!data) return null;
  if (data.length === 0) return <p className="text-sm text-warning">Nobody is subscribed to this topic.</p>;
  const words = data.map(({ endpoint, isConfirmed }) => `${endpoint}${isConfirmed ? "" : " (not confirmed yet)"}`);
  return <p className="text-sm break-words text-muted">Subscribed: {words.join(", ")}</p>;
}
