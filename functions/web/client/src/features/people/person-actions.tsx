import { Button, Group, Modal } from "@mantine/core";
import { IconLock, IconLockOpen, IconMailForward } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Person, type Schemas, usePerson } from "@/shared/api";
import { useToasts } from "@/shared/ui";

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
      {person.active && person.id !== me.id && <Close person={person} save={save} />}
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

function Close({ person, save }: PersonActionsProps) {
  const { t } = useTranslation(["people", "common"]);
  const toasts = useToasts();
  const [asking, setAsking] = useState(false);
  const close = useMutation({
    mutationFn: () => save({ active: false }),
    onSuccess: () => toasts.done(t("closedToast"), () => save({ active: true })),
    onError: toasts.failed,
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLock size={16} />}
        onClick={() => setAsking(true)}
      >
        {t("close")}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("closeTitle", { name: person.name })}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <p>{t("closeText")}</p>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t("common:cancel")}
          </Button>
          <Button color="red.9" loading={close.isPending} onClick={() => close.mutate()}>
            {t("close")}
          </Button>
        </Group>
      </Modal>
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
