import { Button, Group, Modal, MultiSelect, Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, ledDepartments, type Schemas, usePerson } from "../../api";
import type { SavedView } from "./use-views";

export type Sharing = Pick<Schemas["NewView"], "name" | "department_ids" | "everybody">;

interface ViewDialogProps {
  /** The view that is changed; without it a new one is kept. */
  view?: SavedView;
  onSubmit: (sharing: Sharing) => Promise<void>;
  onClose: () => void;
}

/** What a view is called, and who finds it: heads share with departments, owners with everybody. */
export default function ViewDialog({ view, onSubmit, onClose }: ViewDialogProps) {
  const { t } = useTranslation(["views", "common"]);
  const me = usePerson();
  const owner = me.roles.includes("owner");
  const sharing = owner || me.roles.includes("head");
  const known = $api.useQuery("get", "/api/people/departments", {}, { enabled: sharing });
  const led = ledDepartments(me, known.data?.items ?? []);
  const [name, setName] = useState(view?.name ?? "");
  const [departments, setDepartments] = useState(view?.department_ids ?? []);
  const [who, setWho] = useState(
    view?.everybody ? "everybody" : view?.department_ids.length ? "departments" : "me",
  );
  const given = departments.length > 0 || led.length > 1 ? departments : led.map(({ id }) => id);
  const [busy, setBusy] = useState(false);
  const whole = name.trim() !== "" && (who !== "departments" || given.length > 0);
  const submit = async () => {
    setBusy(true);
    await onSubmit({
      name: name.trim(),
      department_ids: who === "departments" ? given : [],
      everybody: who === "everybody",
    });
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={view ? t("rename") : t("saveAs")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (whole) void submit();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t("name")}
            description={t("nameHint")}
            data-autofocus
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {sharing && (
            <Radio.Group
              label={t("share")}
              description={t("shareNote")}
              value={who}
              onChange={setWho}
            >
              <Stack gap={8} mt="xs">
                <Radio value="me" label={t("forMe")} />
                <Radio value="departments" label={t("forDepartments")} />
                {(owner || view?.everybody) && (
                  <Radio value="everybody" label={t("forEverybody")} />
                )}
              </Stack>
            </Radio.Group>
          )}
          {who === "departments" && (
            <MultiSelect
              label={t("departments")}
              searchable
              data={led.map(({ id, name: label }) => ({ value: id, label }))}
              value={given}
              onChange={setDepartments}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" disabled={!whole} loading={busy}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
