import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault, validation } from "../../protocol/fault.ts";
import type { RecordStore } from "../../store/record-store.ts";
import { listTargets } from "./scalable-target.ts";

export type Tags = Record<string, string>;

const KIND = "scalable-target-tags";
const MOST_TAGS = 50;

/** TagResource, UntagResource and ListTagsForResource on scalable targets. */
export function targetTagOperations({ records }: EmulatorContext): Operations {
  function knownArn(arn: string, region: string): string {
    if (listTargets(records, region).some((target) => target.arn === arn)) return arn;
    throw new Fault("ResourceNotFoundException", `Scalable target not found: ${arn}`, 404, { ResourceName: arn });
  }

  return {
    TagResource: ({ ResourceARN, Tags }: { ResourceARN: string; Tags: Tags }, { region }: Call) => {
      addTargetTags(records, region, knownArn(ResourceARN, region), Tags);
      return {};
    },
    UntagResource: ({ ResourceARN, TagKeys }: { ResourceARN: string; TagKeys: string[] }, { region }: Call) => {
      const arn = knownArn(ResourceARN, region);
      const left = Object.entries(tagsOf(records, region, arn)).filter(([key]) => !TagKeys.includes(key));
      records.put(KIND, region, arn, Object.fromEntries(left));
      return {};
    },
    ListTagsForResource: ({ ResourceARN }: { ResourceARN: string }, { region }: Call) => ({
      Tags: tagsOf(records, region, knownArn(ResourceARN, region)),
    }),
  };
}

function tagsOf(records: RecordStore, region: string, arn: string): Tags {
  return records.get<Tags>(KIND, region, arn) ?? {};
}

/** Adds tags; a key that is there already takes the new value. */
export function addTargetTags(records: RecordStore, region: string, arn: string, tags: Tags): void {
  const reserved = Object.keys(tags).find((key) => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) throw validation(`The tag key ${reserved} starts with aws:, which is reserved.`);
  const merged = { ...tagsOf(records, region, arn), ...tags };
  if (Object.keys(merged).length > MOST_TAGS) {
    const message = `The number of tags exceeds the limit of ${MOST_TAGS} for a resource.`;
    throw new Fault("TooManyTagsException", message, 400, { ResourceName: arn });
  }
  records.put(KIND, region, arn, merged);
}

export function dropTargetTags(records: RecordStore, region: string, arn: string): void {
  records.delete(KIND, region, arn);
}
