import { Button, Group, Modal, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, toProblem, usePerson } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { usePeopleChanged } from "./queries";
import { useAddressTaken } from "./refusals";

const EMPTY = { contact_id: "", name: "", email: "" };

interface GiveAccountProps {
  /** The contacts who have an account already. */
  taken: readonly string[];
  onClose: () => void;
}

/** Lets a contact into the client room: he is sent a letter to set his password. */
export function GiveAccount({ taken, onClose }: GiveAccountProps) {
  const { t } = useTranslation(["people", "common"]);
  const text = useProblemText();
  const [draft, change, forget] = useDraft("client-account", EMPTY);
  const { contacts, isPending } = useContacts(taken);
  const give = useGiving(draft, () => {
    forget();
    onClose();
  });
  const problem = give.error ? toProblem(give.error) : null;
  const choose = (id: string | null) => {
    const contact = contacts.find((one) => one.id === id);
    change({ contact_id: id ?? "", name: contact?.name ?? "", email: contact?.emails[0] ?? "" });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("giveAccount")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate();
        }}
      >
        <Select
          label={t("contact")}
          description={t("contactHelp")}
          data-autofocus
          searchable
          nothingFoundMessage={isPending ? t("common:loading") : t("nobodyFound")}
          data={contacts.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.contact_id || null}
          error={problem?.at("/contact_id")}
          onChange={choose}
        />
        <TextInput
          label={t("name")}
          mt="md"
          maxLength={200}
          value={draft.name}
          error={problem?.at("/name")}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t("email")}
          description={t("clientEmailHelp")}
          mt="md"
          type="email"
          maxLength={254}
          value={draft.email}
          error={problem?.at("/email")}
          onChange={(event) => change({ email: event.currentTarget.value })}
        />
        {problem?.fields.length === 0 && <p role="alert">{text(problem)}</p>}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button
            type="submit"
            loading={give.isPending}
            disabled={!draft.contact_id || !draft.name.trim() || !draft.email.trim()}
          >
            {t("invite")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The newest contacts that have no account yet. */
function useContacts(taken: readonly string[]) {
  const { data, isPending } = $api.useQuery("get", "/api/crm/contacts", {
    params: { query: { limit: 100 } },
  });
  const contacts = data?.items.filter((contact) => !taken.includes(contact.id)) ?? [];
  return { contacts, isPending };
}

function useGiving(draft: typeof EMPTY, onGiven: () => void) {
  const { t } = useTranslation("people");
  const { language, time_zone } = usePerson();
  const toasts = useToasts();
  const changed = usePeopleChanged();
  const sayTaken = useAddressTaken();
  const body = { ...draft, name: draft.name.trim(), email: draft.email.trim() };
  return useMutation({
    mutationFn: () =>
      sayTaken(() =>
        bodyOf(api.POST("/api/people/clients", { body: { ...body, language, time_zone } })),
      ),
    onSuccess: async () => {
      toasts.done(t("clientInvited", { email: body.email }));
      onGiven();
      await changed();
    },
  });
}
