import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./app/base.css";
import "./app/touch.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { loadMessages } from "./app/i18n";
import { Providers } from "./app/providers";
import { router } from "./app/router";
import { session } from "./shared/api";
import { startI18n } from "./shared/i18n";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");

// Asked at once, beside the messages: the first page waits for both.
void session.restore();
await startI18n(loadMessages);
createRoot(root).render(
  <StrictMode>
    <Providers>
      <Suspense>
        <RouterProvider router={router} />
      </Suspense>
    </Providers>
  </StrictMode>,
);
