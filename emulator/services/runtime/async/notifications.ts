import type { Database } from "../../../store/database.ts";

/** A message that SageMaker would have published to an SNS topic. `at` is epoch milliseconds. */
export type Notification = { at: number; region: string; topicArn: string; message: object };

export type Notifications = {
  add(notification: Notification): void;
  /** The latest thousand, oldest first. */
  list(): Notification[];
};

const KEPT = 1000;
const SCHEMA = `
  create table if not exists notification (
    seq integer primary key autoincrement, at integer not null, region text not null, topic_arn text not null,
    message text not null
  );
`;

type Row = { at: number; region: string; topicArn: string; message: string };

/** There is no SNS here: what would be published is kept, for `GET /_emulator/notifications`. */
export function openNotifications(database: Database): Notifications {
  database.exec(SCHEMA);
  const insert = database.prepare("insert into notification (at, region, topic_arn, message) values (?, ?, ?, ?)");
  const prune = database.prepare("delete from notification where seq <= (select max(seq) from notification) - ?");
  const select = database.prepare("select at, region, topic_arn as topicArn, message from notification order by seq");
  return {
    add({ at, region, topicArn, message }) {
      insert.run(at, region, topicArn, JSON.stringify(message));
      prune.run(KEPT);
    },
    list: () => (select.all() as Row[]).map((row) => ({ ...row, message: JSON.parse(row.message) as object })),
  };
}
