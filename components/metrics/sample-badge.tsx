import { Badge } from "@/components/ui/badge";

/** Beside an endpoint whose traffic the emulator made up, wherever numbers follow from it. */
export function SampleBadge() {
  return <Badge>sample data</Badge>;
}
