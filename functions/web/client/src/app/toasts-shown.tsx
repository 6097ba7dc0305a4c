import { Notifications } from "@mantine/notifications";

/** Where what is told in passing stands. */
export function ToastsShown() {
  return <Notifications position="bottom-left" limit={5} pauseResetOnHover="notification" />;
}
