import { Outlet } from "@tanstack/react-router";
export function DealsPage() {
  return <Outlet />;
}
