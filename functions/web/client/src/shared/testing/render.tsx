import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render, type RenderResult } from "@testing-library/react";
import i18next from "i18next";
import type { ReactElement } from "react";
import { startI18n } from "../i18n";

type Messages = Record<string, string>;

const files = import.meta.glob<Messages>(
  ["../i18n/locales/*/en.ts", "../../features/*/locales/en.ts"],
  { import: "default", eager: true },
);

/** Shows something as a page of the portal shows it, in English. */
export async function renderPage(page: ReactElement): Promise<RenderResult> {
  localStorage.setItem("portal.language", "en");
  if (!i18next.isInitialized) await startI18n(messagesOf);
  const root = createRootRoute({ component: () => page });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  await router.load();
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Notifications />
        {/* The application's own router is the one that the types know. */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

function messagesOf(_language: string, namespace: string): Promise<Messages> {
  const path =
    `../i18n/locales/${namespace}/en.ts` in files
      ? `../i18n/locales/${namespace}/en.ts`
      : `../../features/${namespace}/locales/en.ts`;
  return Promise.resolve(files[path] ?? {});
}
