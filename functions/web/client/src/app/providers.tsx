import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryClient } from "@/shared/api";
import { theme, tokens } from "./theme";
import { UpdateOffer } from "./update-offer";

const colorSchemes = localStorageColorSchemeManager({ key: "portal.theme" });

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokens}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-left" limit={5} pauseResetOnHover="notification" />
        <UpdateOffer />
        {children}
      </QueryClientProvider>
    </MantineProvider>
  );
}
