import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { validation } from "../../protocol/fault.ts";
import { offsetPage } from "../page-token.ts";
import type { ResourceType } from "./arn.ts";
import { existingResource } from "./resources.ts";
import { addTags, removeTags, type Tag, tagsOf } from "./tag-store.ts";

const TAGGABLE = new Set<string>([
  "model",
  "endpoint-config",
  "endpoint",
  "training-job",
  "transform-job",
  "inference-component",
] satisfies ResourceType[]);
const DEFAULT_PAGE = 50;

type AddTags = { ResourceArn: string; Tags: Tag[] };
type ListTags = { ResourceArn: string; NextToken?: string; MaxResults?: number };
type DeleteTags = { ResourceArn: string; TagKeys: string[] };

/** AddTags, ListTags and DeleteTags on whatever SageMaker resource the emulator keeps. */
export function tagOperations({ records }: EmulatorContext): Operations {
  /** The ARN as it was given out, whatever case it comes back in. */
  function knownArn(arn: string, { region }: Call): string {
    const [, , , arnRegion, , path = ""] = arn.split(":");
    const [type = "", name = ""] = path.split("/");
    if (!TAGGABLE.has(type)) throw validation(`The emulator keeps no resource of the kind in "${arn}".`);
    if (arnRegion !== region) throw validation(`The resource "${arn}" is not in the region ${region}.`);
    return existingResource(records, region, type as ResourceType, name).arn;
  }

  return {
    AddTags: (input: AddTags, call: Call) => ({
      Tags: addTags(records, call.region, knownArn(input.ResourceArn, call), input.Tags),
    }),
    ListTags: (input: ListTags, call: Call) => {
      const arn = knownArn(input.ResourceArn, call);
      const tags = tagsOf(records, call.region, arn);
      const { items, nextToken } = offsetPage(records, arn, tags, input.NextToken, input.MaxResults ?? DEFAULT_PAGE);
      return { Tags: items, NextToken: nextToken };
    },
    DeleteTags: (input: DeleteTags, call: Call) => {
      removeTags(records, call.region, knownArn(input.ResourceArn, call), input.TagKeys);
      return {};
    },
  };
}
