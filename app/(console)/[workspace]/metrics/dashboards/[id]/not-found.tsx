import { DashboardGone } from "@/components/dashboards/dashboard-gone";

export default function DashboardNotFound() {
  return (
    <main>
      <DashboardGone />
    </main>
  );
}
