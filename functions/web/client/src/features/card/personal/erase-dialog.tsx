import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, api, bodyOf, type Schemas, toProblem } from "@/shared/api";
import { useProblemText } from "@/shared/ui";
import classes from "@/shared/ui/erasing/erasing.module.css";
import { titleOf } from "../use-card";
import type { PersonCard } from "./use-kept";

type Ground = Schemas["Ground"];
type Keeping = Schemas["Keeping"];

const GROUNDS = ["request", "consent_withdrawn", "purpose_achieved", "authority"] as const;
const KEEPINGS = ["accounting", "contract", "dispute"] as const;

interface EraseDialogProps {
  card: PersonCard;
  record: AnyCard;
  onClose: () => void;
  onBegun: (erasureId: string) => void;
}

/** Says what goes and what stays, and asks for the name before it goes. */
export function EraseDialog({ card, record, onClose, onBegun }: EraseDialogProps) {
  const { t } = useTranslation(["erasing", "common"]);
  const text = useProblemText();
  const title = titleOf(record);
  const [ground, setGround] = useState<Ground>("request");
  const [day, setDay] = useState("");
  const [keep, setKeep] = useState<Keeping[]>([]);
  const [name, setName] = useState("");
  const erase = useErasing(card, (id) => {
    onBegun(id);
    onClose();
  });
  const problem = erase.error ? toProblem(erase.error) : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("eraseTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          erase.mutate({ name, ground, requested_on: day || null, keep });
        }}
      >
        <Stack gap="md">
          <div>
            <p className={classes.text}>{t("willErase")}</p>
            <p className={classes.text}>{t("willKeep")}</p>
            <p className={classes.text}>{t("willNot")}</p>
          </div>
          <Select
            label={t("ground")}
            allowDeselect={false}
            data={GROUNDS.map((value) => ({ value, label: t(`ground_${value}`) }))}
            value={ground}
            onChange={(value) => setGround(GROUNDS.find((one) => one === value) ?? ground)}
          />
          <TextInput
            type="date"
            label={t("requestedOn")}
            value={day}
            error={problem?.at("/requested_on")}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Checkbox.Group
            label={t("keep")}
            value={keep}
            onChange={(chosen) => setKeep(KEEPINGS.filter((one) => chosen.includes(one)))}
          >
            <Stack gap="xs" mt="xs">
              {KEEPINGS.map((one) => (
                <Checkbox
                  key={one}
                  value={one}
                  label={t(`keep_${one}`)}
                  description={t(`law_${one}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            label={t("confirm", { name: title })}
            autoComplete="off"
            value={name}
            error={problem?.at("/name")}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {problem && !problem.at("/name") && !problem.at("/requested_on") && (
            <p role="alert" className={classes.late}>
              {text(problem)}
            </p>
          )}
          <p className={classes.late}>{t("eraseText")}</p>
        </Stack>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button
            type="submit"
            color="red"
            loading={erase.isPending}
            disabled={plain(name) !== plain(title)}
          >
            {t("doErase")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase();
}

function useErasing(card: PersonCard, onBegun: (erasureId: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["NewErasure"]) => {
      const params = { path: { card_id: card.id } };
      const begun = await (card.kind === "contact"
        ? bodyOf(api.POST("/api/crm/contacts/{card_id}/erasure", { params, body }))
        : bodyOf(api.POST("/api/crm/leads/{card_id}/erasure", { params, body })));
      return begun.id;
    },
    onSuccess: (id) => {
      onBegun(id);
      void client.invalidateQueries({ queryKey: ["get", "/api/crm/erasures"] });
    },
  });
}
