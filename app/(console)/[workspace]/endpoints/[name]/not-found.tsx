import { EndpointGone } from "@/components/endpoints/endpoint-gone";

export default function EndpointNotFound() {
  return (
    <main>
      <EndpointGone />
    </main>
  );
}
