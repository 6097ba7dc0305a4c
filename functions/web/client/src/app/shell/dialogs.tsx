import { lazy, Suspense } from "react";
import { HelpDialog } from "./help-dialog";
import { SearchDialog } from "./search-dialog";
import type { ShellDialogs } from "./use-shell-keys";

const CreateDeal = lazy(() => import("@/features/deals/create-deal"));

/** What the shell opens above a page; fetched when it is first asked for. */
export default function Dialogs({ dialogs }: { dialogs: ShellDialogs }) {
  return (
    <Suspense>
      <SearchDialog
        opened={dialogs.open === "search"}
        onClose={dialogs.close}
        onCreate={dialogs.create}
      />
      <HelpDialog opened={dialogs.open === "help"} onClose={dialogs.close} />
      {dialogs.open === "create" && <CreateDeal onClose={dialogs.close} />}
    </Suspense>
  );
}
