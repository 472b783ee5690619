import "server-only";
import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  SubscribeCommand,
} from "@aws-sdk/client-sns";

import { type SubscriptionView, type TopicView, topicName } from "@/lib/alarms/view";

import { type AwsTarget, snsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** ListTopics gives a hundred a page; past this many pages a person looks for the topic elsewhere. */
const MOST_PAGES = 20;
const TTL_MS = 30_000;

/** The account's topics that alarms can tell, by name. FIFO topics are left out: alarms of metrics cannot use them here. */
export function listTopics(target: AwsTarget): Promise<TopicView[]> {
  return cachedRead(target, "ListTopics", "all", TTL_MS, async () => {
    try {
      const arns: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const out = await snsClient(target).send(new ListTopicsCommand({ NextToken: cursor }));
        arns.push(...(out.Topics ?? []).flatMap(({ TopicArn }) => TopicArn ?? []));
        cursor = out.NextToken;
        if (!cursor) break;
      }
      const topics = arns.filter((arn) => !arn.endsWith(".fifo")).map((arn) => ({ arn, name: topicName(arn) }));
      return topics.toSorted((a, b) => a.name.localeCompare(b.name));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Makes a topic, or finds the one of that name; gives its ARN. */
export async function createTopic(target: AwsTarget, name: string): Promise<string> {
  try {
    const { TopicArn = "" } = await snsClient(target).send(new CreateTopicCommand({ Name: name }));
    return TopicArn;
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Subscribes an e-mail address; SNS writes to it and waits until its owner confirms. The same again is no second one. */
export async function subscribeEmail(target: AwsTarget, topicArn: string, email: string): Promise<void> {
  try {
    await snsClient(target).send(new SubscribeCommand({ TopicArn: topicArn, Protocol: "email", Endpoint: email }));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Who is told what is published to a topic: its first hundred subscriptions. */
export function listSubscriptions(target: AwsTarget, topicArn: string): Promise<SubscriptionView[]> {
  return cachedRead(target, "ListSubscriptionsByTopic", topicArn, TTL_MS, async () => {
    try {
      const out = await snsClient(target).send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }));
      return (out.Subscriptions ?? []).map(({ Protocol = "", Endpoint = "", SubscriptionArn }) => ({
        protocol: Protocol,
        endpoint: Endpoint,
        isConfirmed: SubscriptionArn !== "PendingConfirmation",
      }));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}
