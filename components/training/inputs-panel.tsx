import { Panel } from "@/components/ui/panel";
import { Truncate } from "@/components/ui/truncate";
import { channelDetails } from "@/lib/training/channel-details";
import type { TrainingJobDetail } from "@/lib/training/job-view";

/** Where the script's data came from. */
export function InputsPanel({ job }: { job: TrainingJobDetail }) {
  return (
    <Panel title="Input">
      {job.channels.length === 0 ? (
        <p className="text-muted">No input channels: the script brings or fetches its data itself.</p>
      ) : (
        <ul aria-label="Input channels" className="flex flex-col gap-2">
          {job.channels.map((channel) => (
            <li key={channel.ChannelName} className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-mono text-sm font-medium">{channel.ChannelName}</span>
                <span className="text-sm text-muted">{channelDetails(channel, job.inputMode).join(" · ")}</span>
              </p>
              <Truncate
                text={channel.DataSource.S3DataSource.S3Uri}
                keepEnd={20}
                copyLabel={`Copy address of ${channel.ChannelName}`}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
