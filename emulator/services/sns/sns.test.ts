import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let sns: SNSClient;
beforeAll(async () => {
  emulator = await startTestEmulator();
  sns = new SNSClient(emulator.sdk);
});
afterAll(() => emulator.close());

const arnOf = (name: string) => `arn:aws:sns:us-east-1:111122223333:${name}`;
const make = (Name: string) => sns.send(new CreateTopicCommand({ Name, Attributes: { DisplayName: Name } }));
const subscribe = (name: string, Endpoint: string, more = {}) =>
  sns.send(new SubscribeCommand({ TopicArn: arnOf(name), Protocol: "email", Endpoint, ...more }));

test("a topic is made once, listed, described after a restart and deleted", async () => {
  expect((await make("pager")).TopicArn).toBe(arnOf("pager"));
  expect((await make("pager")).TopicArn).toBe(arnOf("pager"));
  expect((await sns.send(new ListTopicsCommand({}))).Topics).toStrictEqual([{ TopicArn: arnOf("pager") }]);
  emulator = await emulator.restart();
  sns = new SNSClient(emulator.sdk);
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn: arnOf("pager") }));
  expect(Attributes).toMatchObject({ DisplayName: "pager", Owner: "111122223333", SubscriptionsPending: "0" });
  await sns.send(new DeleteTopicCommand({ TopicArn: arnOf("pager") }));
  expect((await sns.send(new ListTopicsCommand({}))).Topics ?? []).toStrictEqual([]);
});

test("more than a hundred topics come in pages", async () => {
  for (let index = 0; index < 103; index += 1) await make(`many-${index}`);
  const first = await sns.send(new ListTopicsCommand({}));
  const rest = await sns.send(new ListTopicsCommand({ NextToken: first.NextToken }));
  expect([first.Topics?.length, rest.Topics?.length, rest.NextToken]).toStrictEqual([100, 3, undefined]);
});

test("a subscription by e-mail waits for its confirmation; the same one is not made twice", async () => {
  await make("mail");
  expect((await subscribe("mail", "ops@example.com")).SubscriptionArn).toBe("pending confirmation");
  const again = await subscribe("mail", "ops@example.com", { ReturnSubscriptionArn: true });
  const list = new ListSubscriptionsByTopicCommand({ TopicArn: arnOf("mail") });
  expect((await sns.send(list)).Subscriptions).toStrictEqual([
    {
      SubscriptionArn: "PendingConfirmation",
      Owner: "111122223333",
      Protocol: "email",
      Endpoint: "ops@example.com",
      TopicArn: arnOf("mail"),
    },
  ]);
  await sns.send(new UnsubscribeCommand({ SubscriptionArn: again.SubscriptionArn }));
  expect((await sns.send(list)).Subscriptions ?? []).toStrictEqual([]);
});

test("what SNS refuses is refused in its words", async () => {
  const failures = [
    await failureOf(make("a name with blanks")),
    await failureOf(subscribe("nowhere", "ops@example.com")),
    await failureOf(subscribe("mail", "no address")),
    await failureOf(subscribe("mail", "x", { Protocol: "pigeon" })),
  ];
  expect(failures.map(({ name, message }) => [name, message])).toStrictEqual([
    ["InvalidParameterException", "Invalid parameter: Topic Name"],
    ["NotFoundException", "Topic does not exist"],
    ["InvalidParameterException", "Invalid parameter: Email address"],
    ["InvalidParameterException", "Invalid parameter: Amazon SNS does not support this protocol string: pigeon"],
  ]);
});
