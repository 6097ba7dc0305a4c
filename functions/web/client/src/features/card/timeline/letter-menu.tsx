import { ActionIcon, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowRight,
  IconDots,
  IconDownload,
  IconUnlink,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf } from "@/shared/api";
import { FindCard, useToasts } from "@/shared/ui";
import type { Answering } from "../composer/use-answering";
import type { EntryProps } from "./entry-props";
import { letterKey, readLetter } from "./queries";
import { useLinking } from "./use-linking";

/** What can be done with a letter besides reading it. */
export function LetterMenu({ card, entry, onAnswer }: Omit<EntryProps, "fresh">) {
  const { t } = useTranslation("card");
  const client = useQueryClient();
  const toasts = useToasts();
  const [moving, setMoving] = useState(false);
  const { moveTo, takeOff } = useLinking(card, entry);
  const { id } = entry.source;
  // The people of a mailbox that keeps its letters to them answer where they read the letter.
  const open = entry.privacy === null || entry.privacy === "full";
  const answer = async (how: Answering) => {
    try {
      onAnswer(await client.query({ queryKey: letterKey(id), queryFn: () => readLetter(id) }), how);
    } catch (error) {
      toasts.failed(error);
    }
  };
  const download = async () => {
    try {
      const path = { communication_id: id };
      const { url } = await bodyOf(
        api.GET("/api/communications/{communication_id}/raw", { params: { path } }),
      );
      globalThis.location.assign(url);
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t("letterMenu", { subject: entry.summary || t("noSubject") })}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {open && (
            <>
              <Menu.Item
                leftSection={<IconArrowBackUp size={16} />}
                onClick={() => void answer("answer")}
              >
                {t("reply")}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowForwardUp size={16} />}
                onClick={() => void answer("forward")}
              >
                {t("forward")}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void download()}>
            {t("letterDownload")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconArrowRight size={16} />} onClick={() => setMoving(true)}>
            {t("letterMove")}
          </Menu.Item>
          <Menu.Item leftSection={<IconUnlink size={16} />} onClick={() => void takeOff()}>
            {t("letterTakeOff")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {moving && (
        <FindCard
          title={t("letterMoveTitle")}
          not={card}
          onChoose={({ card: to, title }) => void moveTo(to, title)}
          onClose={() => setMoving(false)}
        />
      )}
    </>
  );
}
