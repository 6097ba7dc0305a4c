import { lazy, Suspense } from "react";
import type { CardKind } from "@/shared/api";
import { HelpDialog } from "./help-dialog";
import { SearchDialog } from "./search-dialog";
import type { ShellDialogs } from "./use-shell-keys";

const FORMS = {
  deal: lazy(() => import("@/features/deals/create-deal")),
  lead: lazy(() => import("@/features/clients/create/create-lead")),
  contact: lazy(() => import("@/features/clients/create/create-contact")),
  company: lazy(() => import("@/features/clients/create/create-company")),
} as const satisfies Record<CardKind, unknown>;

/** What the shell opens above a page; fetched when it is first asked for. */
export default function Dialogs({ dialogs }: { dialogs: ShellDialogs }) {
  const Form = dialogs.creating && FORMS[dialogs.creating];
  return (
    <Suspense>
      <SearchDialog
        opened={dialogs.open === "search"}
        onClose={dialogs.close}
        onCreate={dialogs.create}
        onHelp={dialogs.help}
      />
      <HelpDialog opened={dialogs.open === "help"} onClose={dialogs.close} />
      {Form && <Form onClose={dialogs.close} />}
    </Suspense>
  );
}
