import { ACCOUNT_ID } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";
import type { RecordStore } from "../../store/record-store.ts";

export type Subscription = { arn: string; protocol: string; endpoint: string; isConfirmed: boolean };
/** A topic with whoever is told what is published to it. */
export type Topic = {
  name: string;
  arn: string;
  attributes: Record<string, string>;
  subscriptions: Subscription[];
};

const KIND = "sns-topic";

export function listTopics(records: RecordStore, region: string): Topic[] {
  return records.list(KIND, region);
}

export function findTopic(records: RecordStore, region: string, name: string): Topic | undefined {
  return records.get(KIND, region, name);
}

export function saveTopic(records: RecordStore, region: string, topic: Topic): void {
  records.put(KIND, region, topic.name, topic);
}

export function dropTopic(records: RecordStore, region: string, name: string): void {
  records.delete(KIND, region, name);
}

export function topicArn(region: string, name: string): string {
  return `arn:aws:sns:${region}:${ACCOUNT_ID}:${name}`;
}

/** The name in a topic's ARN; throws for what is none. */
export function topicName(arn: string): string {
  const [, name] = /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:([\w.-]+)$/.exec(arn) ?? [];
  if (!name) throw new Fault("InvalidParameterException", "Invalid parameter: TopicArn");
  return name;
}

/** The topic of an ARN; throws AWS's answer when there is none. */
export function needTopic(records: RecordStore, region: string, arn: string): Topic {
  const topic = findTopic(records, region, topicName(arn));
  if (topic?.arn !== arn) throw new Fault("NotFoundException", "Topic does not exist", 404);
  return topic;
}
