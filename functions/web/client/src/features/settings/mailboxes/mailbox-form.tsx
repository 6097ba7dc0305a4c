import {
  Button,
  Group,
  Modal,
  MultiSelect,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  TextInput,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas, toProblem, useColleagues } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import classes from "../settings.module.css";
import { bodyOfDraft, draftOf, EMPTY, isWhole, type MailboxDraft, withKind } from "./mailbox-draft";

type Mailbox = Schemas["MailboxView"];

const PATH = "/api/communications/mailboxes";
const PRIVACIES = ["full", "subject", "hidden"] as const;

interface MailboxFormProps {
  /** The one to change; a new one without. */
  mailbox: Mailbox | null;
  onClose: () => void;
}

export function MailboxForm({ mailbox, onClose }: MailboxFormProps) {
  const { t } = useTranslation(["mail", "common"]);
  const text = useProblemText();
  const [draft, change, forget] = useDraft<MailboxDraft>(
    mailbox ? `mailbox.${mailbox.id}` : "new-mailbox",
    mailbox ? draftOf(mailbox) : EMPTY,
  );
  const done = () => {
    forget();
    onClose();
  };
  const save = useSaving(mailbox, done);
  const problem = save.error ? toProblem(save.error) : null;
  const placed = ["/address", "/name", "/department_ids", "/person_id"].some((p) => problem?.at(p));
  return (
    <Modal
      opened
      onClose={onClose}
      title={mailbox ? t("changeMailboxOf", { address: mailbox.address }) : t("newMailbox")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(draft);
        }}
      >
        <Stack gap="md">
          {!mailbox && (
            <TextInput
              type="email"
              data-autofocus
              label={t("address")}
              maxLength={200}
              value={draft.address}
              error={problem?.at("/address")}
              onChange={(event) => change({ address: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={t("mailboxName")}
            description={t("mailboxNameHelp")}
            maxLength={200}
            value={draft.name}
            error={problem?.at("/name")}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Readers draft={draft} change={change} problem={problem} />
          <PrivacyChoice draft={draft} change={change} />
          {problem && !placed && (
            <p role="alert" className={classes.problem}>
              {text(problem)}
            </p>
          )}
        </Stack>
        <Group justify="space-between" mt="lg">
          {mailbox ? <Closing mailbox={mailbox} onDone={done} /> : <span />}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!isWhole(draft)}>
              {mailbox ? t("common:save") : t("addMailbox")}
            </Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}

interface PartProps {
  draft: MailboxDraft;
  change: (part: Partial<MailboxDraft>) => void;
}

interface ReadersProps extends PartProps {
  problem: ReturnType<typeof toProblem> | null;
}

function Readers({ draft, change, problem }: ReadersProps) {
  const { t } = useTranslation("mail");
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  const people = useColleagues();
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t("mailboxKind")}
        value={draft.kind}
        onChange={(kind) => change(withKind(draft, kind))}
        data={[
          { value: "shared", label: t("kindShared") },
          { value: "personal", label: t("kindPersonal") },
        ]}
      />
      {draft.kind === "personal" ? (
        <Select
          searchable
          label={t("mailboxPerson")}
          data={named(people)}
          value={draft.personId}
          error={problem?.at("/person_id")}
          onChange={(personId) => change({ personId })}
        />
      ) : (
        <>
          <MultiSelect
            searchable
            label={t("departments")}
            description={t("departmentsHelp")}
            data={named(departments)}
            value={draft.departmentIds}
            error={problem?.at("/department_ids")}
            onChange={(departmentIds) => change({ departmentIds })}
          />
          <MultiSelect
            searchable
            label={t("people")}
            data={named(people)}
            value={draft.personIds}
            onChange={(personIds) => change({ personIds })}
          />
        </>
      )}
    </>
  );
}

function PrivacyChoice({ draft, change }: PartProps) {
  const { t } = useTranslation("mail");
  return (
    <Radio.Group
      label={t("privacy")}
      description={t("privacyHelp")}
      value={draft.privacy}
      onChange={(privacy) => change({ privacy: privacy })}
    >
      <Stack gap="xs" mt="xs">
        {PRIVACIES.map((privacy) => (
          <Radio
            key={privacy}
            value={privacy}
            label={t(`privacy_${privacy}`)}
            description={t(`privacyOf_${privacy}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** A mailbox is closed and opened again at one press, and back at another. */
function Closing({ mailbox, onDone }: { mailbox: Mailbox; onDone: () => void }) {
  const { t } = useTranslation("mail");
  const toasts = useToasts();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const put = async (closed: boolean) => {
    await patch(mailbox.id, { closed });
    await client.invalidateQueries({ queryKey: ["get", PATH] });
  };
  const toggle = async () => {
    setBusy(true);
    try {
      await put(!mailbox.closed);
      const said = mailbox.closed ? t("mailboxOpenedNow") : t("mailboxClosedNow");
      toasts.done(said, () => put(mailbox.closed));
      onDone();
    } catch (error) {
      toasts.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="subtle" color="gray" loading={busy} onClick={() => void toggle()}>
      {mailbox.closed ? t("openMailbox") : t("closeMailbox")}
    </Button>
  );
}

function useSaving(mailbox: Mailbox | null, onSaved: () => void) {
  const { t } = useTranslation("mail");
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (draft: MailboxDraft) => {
      const body = bodyOfDraft(draft);
      if (mailbox) await patch(mailbox.id, body);
      else await bodyOf(api.POST(PATH, { body: { ...body, address: draft.address.trim() } }));
      await client.invalidateQueries({ queryKey: ["get", PATH] });
    },
    onSuccess: () => {
      const undo = mailbox
        ? async () => {
            await patch(mailbox.id, bodyOfDraft(draftOf(mailbox)));
            await client.invalidateQueries({ queryKey: ["get", PATH] });
          }
        : undefined;
      toasts.done(mailbox ? t("mailboxSaved") : t("mailboxAdded"), undo);
      onSaved();
    },
  });
}

function patch(mailboxId: string, body: Schemas["MailboxChange"]) {
  const path = { mailbox_id: mailboxId };
  return bodyOf(
    api.PATCH("/api/communications/mailboxes/{mailbox_id}", { params: { path }, body }),
  );
}
