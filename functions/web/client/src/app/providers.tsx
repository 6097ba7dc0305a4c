import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryClient } from "@/shared/api";
import { theme, tokens } from "./theme";
import { ToastHost } from "./toast-host";
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
        <ToastHost />
        <UpdateOffer />
        {children}
      </QueryClientProvider>
    </MantineProvider>
  );
}
