/** Where an alarm has its page, under its workspace. Its name is in the query: names of alarms may hold slashes. */
export function alarmPath(name: string): `/${string}` {
  return `/alarms?alarm=${encodeURIComponent(name)}`;
}
