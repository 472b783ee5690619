import { randomUUID } from "node:crypto";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { offsetPage } from "../page-token.ts";
import { listTopics, needTopic, saveTopic } from "./topic-store.ts";

type Subscribe = { TopicArn: string; Protocol: string; Endpoint?: string; ReturnSubscriptionArn?: boolean };

const PAGE = 100;
/** Whoever is told by these has to confirm first; the others are AWS's own services. */
const ASKED = ["email", "email-json", "http", "https"];
const PROTOCOLS = [...ASKED, "sms", "sqs", "lambda", "firehose", "application"];
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Who is told what is published to a topic. No mail is sent, so that a subscription by e-mail stays unconfirmed. */
export function subscriptionOperations({ records }: EmulatorContext): Operations {
  function subscribe({ TopicArn, Protocol, Endpoint = "", ReturnSubscriptionArn }: Subscribe, { region }: Call) {
    const topic = needTopic(records, region, TopicArn);
    if (!PROTOCOLS.includes(Protocol)) {
      throw new Fault(
        "InvalidParameterException",
        `Invalid parameter: Amazon SNS does not support this protocol string: ${Protocol}`,
      );
    }
    if (Protocol.startsWith("email") && !EMAIL.test(Endpoint)) {
      throw new Fault("InvalidParameterException", "Invalid parameter: Email address");
    }
    const isConfirmed = !ASKED.includes(Protocol);
    const known = topic.subscriptions.find((each) => each.protocol === Protocol && each.endpoint === Endpoint);
    const subscription = known ?? {
      arn: `${topic.arn}:${randomUUID()}`,
      protocol: Protocol,
      endpoint: Endpoint,
      isConfirmed,
    };
    if (!known) saveTopic(records, region, { ...topic, subscriptions: [...topic.subscriptions, subscription] });
    const isTold = subscription.isConfirmed || ReturnSubscriptionArn;
    return { SubscriptionArn: isTold ? subscription.arn : "pending confirmation" };
  }

  function listSubscriptionsByTopic({ TopicArn, NextToken }: { TopicArn: string; NextToken?: string }, call: Call) {
    const { arn, subscriptions } = needTopic(records, call.region, TopicArn);
    const page = offsetPage(records, `subscriptions ${arn}`, subscriptions, NextToken, PAGE);
    return {
      Subscriptions: page.items.map((each) => ({
        SubscriptionArn: each.isConfirmed ? each.arn : "PendingConfirmation",
        Owner: ACCOUNT_ID,
        Protocol: each.protocol,
        Endpoint: each.endpoint,
        TopicArn: arn,
      })),
      NextToken: page.nextToken,
    };
  }

  function unsubscribe({ SubscriptionArn }: { SubscriptionArn: string }, { region }: Call): void {
    for (const topic of listTopics(records, region)) {
      const kept = topic.subscriptions.filter(({ arn }) => arn !== SubscriptionArn);
      if (kept.length < topic.subscriptions.length) saveTopic(records, region, { ...topic, subscriptions: kept });
    }
  }

  return { Subscribe: subscribe, ListSubscriptionsByTopic: listSubscriptionsByTopic, Unsubscribe: unsubscribe };
}
