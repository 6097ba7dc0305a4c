import { Button } from "@mantine/core";
import { IconLock, IconLockOpen, IconMailForward } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Person, type Schemas, usePerson } from "@/shared/api";
import { useToasts } from "@/shared/ui";

const LeavingDialog = lazy(() => import("./leaving/leaving-dialog"));

interface PersonActionsProps {
  person: Person;
  save: (body: Schemas["EmployeePatch"]) => Promise<unknown>;
}

/** What an owner does with an account as a whole. */
export function PersonActions({ person, save }: PersonActionsProps) {
  const me = usePerson();
  return (
    <>
      {person.active && person.invited && <InviteAgain person={person} />}
      {person.id !== me.id && <Close person={person} />}
      {!person.active && <Reopen save={save} />}
    </>
  );
}

export function InviteAgain({ person, compact }: { person: Person; compact?: boolean }) {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const invite = useMutation({
    mutationFn: () =>
      api.POST("/api/people/employees/{person_id}/invitation", {
        params: { path: { person_id: person.id } },
      }),
    onSuccess: () => toasts.done(t("invitedAgain", { email: person.email })),
    onError: toasts.failed,
  });
  return (
    <Button
      variant="default"
      size={compact ? "xs" : "sm"}
      leftSection={<IconMailForward size={16} />}
      loading={invite.isPending}
      onClick={() => invite.mutate()}
    >
      {t("inviteAgain")}
    </Button>
  );
}

function Close({ person }: Pick<PersonActionsProps, "person">) {
  const { t } = useTranslation("people");
  const [asking, setAsking] = useState(false);
  return (
    <>
      {person.active && (
        <Button
          variant="default"
          leftSection={<IconLock size={16} />}
          onClick={() => setAsking(true)}
        >
          {t("close")}
        </Button>
      )}
      <Suspense>
        {asking && <LeavingDialog person={person} onClose={() => setAsking(false)} />}
      </Suspense>
    </>
  );
}

function Reopen({ save }: Pick<PersonActionsProps, "save">) {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const reopen = useMutation({
    mutationFn: () => save({ active: true }),
    onSuccess: () => toasts.done(t("reopened")),
    onError: toasts.failed,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconLockOpen size={16} />}
      loading={reopen.isPending}
      onClick={() => reopen.mutate()}
    >
      {t("reopen")}
    </Button>
  );
}
