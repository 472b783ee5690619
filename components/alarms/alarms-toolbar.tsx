import type { ReactNode } from "react";

import { FilterChips } from "@/components/ui/filter-chips";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { Toolbar } from "@/components/ui/toolbar";
import { ALARM_STATES, type AlarmState, type AlarmView, alarmStateLabel } from "@/lib/alarms/view";

type Filter = { search: string; state: AlarmState | null; endpoint: string };
type Props = {
  alarms: readonly AlarmView[];
  params: Filter;
  onChange: (change: Partial<Filter>) => void;
  end?: ReactNode;
};

/** Narrows the list by words, state and endpoint. */
export function AlarmsToolbar({ alarms, params, onChange, end }: Props) {
  const endpoints = [...new Set([...alarms.map(({ endpoint }) => endpoint), params.endpoint])].filter(Boolean).sort();
  return (
    <Toolbar label="Filter alarms" end={end}>
      <SearchInput
        label="Search alarms"
        placeholder="Search alarms"
        className="w-60 max-sm:w-full"
        value={params.search}
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <FilterChips
        label="State"
        chips={ALARM_STATES.map((state) => ({ value: state, label: alarmStateLabel(state) }))}
        selected={params.state ? [params.state] : []}
        onChange={(selected) => onChange({ state: selected.findLast((state) => state !== params.state) ?? null })}
      />
      <Select
        aria-label="Endpoint"
        className="w-52 max-sm:w-full"
        value={params.endpoint}
        onChange={(event) => onChange({ endpoint: event.target.value })}
      >
        <option value="">All endpoints</option>
        {endpoints.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Toolbar>
  );
}
