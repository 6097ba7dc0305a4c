import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Person } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import classes from "./people.module.css";
import { InviteAgain } from "./person-actions";
import { usePeopleChanged } from "./queries";

/** Whether a client can sign in, and what an owner does about it. */
export function ClientAccess({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const changed = usePeopleChanged();
  const set = async (active: boolean) => {
    const path = { person_id: person.id };
    await bodyOf(
      api.PATCH("/api/people/clients/{person_id}", { params: { path }, body: { active } }),
    );
    await changed();
  };
  const turn = useMutation({
    mutationFn: () => set(!person.active),
    onSuccess: () =>
      toasts.done(t(person.active ? "clientClosed" : "reopened"), () => set(person.active)),
    onError: toasts.failed,
  });
  return (
    <span className={classes.access}>
      {person.active && person.invited && <InviteAgain person={person} compact />}
      <Button variant="default" size="xs" loading={turn.isPending} onClick={() => turn.mutate()}>
        {t(person.active ? "close" : "reopen")}
      </Button>
    </span>
  );
}
