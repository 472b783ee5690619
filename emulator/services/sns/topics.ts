import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { offsetPage } from "../page-token.ts";
import { dropTopic, findTopic, listTopics, needTopic, saveTopic, topicArn, topicName } from "./topic-store.ts";

type Create = { Name: string; Attributes?: Record<string, string> };
type ByArn = { TopicArn: string };

/** SNS gives at most a hundred a page (API reference of ListTopics). */
const PAGE = 100;

/** Topics: made, listed, read, taken away. */
export function topicOperations({ records }: EmulatorContext): Operations {
  /** Making one that is there already gives its ARN. */
  function createTopic({ Name, Attributes = {} }: Create, { region }: Call) {
    // API reference of CreateTopic: letters, digits, underscores and hyphens, 1 to 256 of them; a FIFO topic ends in .fifo.
    if (!/^[\w-]{1,256}$/.test(Name)) {
      const words = Name.endsWith(".fifo") ? "The emulator has no FIFO topics" : "Topic Name";
      throw new Fault("InvalidParameterException", `Invalid parameter: ${words}`);
    }
    const arn = topicArn(region, Name);
    if (!findTopic(records, region, Name)) {
      saveTopic(records, region, { name: Name, arn, attributes: Attributes, subscriptions: [] });
    }
    return { TopicArn: arn };
  }

  function listAll({ NextToken }: { NextToken?: string }, { region }: Call) {
    const page = offsetPage(records, `topics ${region}`, listTopics(records, region), NextToken, PAGE);
    return { Topics: page.items.map(({ arn }) => ({ TopicArn: arn })), NextToken: page.nextToken };
  }

  function getTopicAttributes({ TopicArn }: ByArn, { region }: Call) {
    const { arn, attributes, subscriptions } = needTopic(records, region, TopicArn);
    const confirmed = subscriptions.filter(({ isConfirmed }) => isConfirmed).length;
    return {
      Attributes: {
        ...attributes,
        TopicArn: arn,
        Owner: ACCOUNT_ID,
        SubscriptionsConfirmed: String(confirmed),
        SubscriptionsPending: String(subscriptions.length - confirmed),
        SubscriptionsDeleted: "0",
      },
    };
  }

  /** Deleting one that is not there is no error. */
  function deleteTopic({ TopicArn }: ByArn, { region }: Call): void {
    dropTopic(records, region, topicName(TopicArn));
  }

  return {
    CreateTopic: createTopic,
    ListTopics: listAll,
    GetTopicAttributes: getTopicAttributes,
    DeleteTopic: deleteTopic,
  };
}
