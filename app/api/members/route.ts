import { authedRoute } from "@/lib/http/authed-route";
import { listMembers } from "@/lib/members/service";

export function GET() {
  return authedRoute("settings:read", listMembers);
}
