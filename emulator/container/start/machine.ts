/** What a container runs on: instances of a type, or a serverless environment of so much memory. */
export type Machine = { instanceType: string | null; serverlessMb: number | null };
