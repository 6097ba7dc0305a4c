import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, api, bodyOf } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { titleOf } from "../../use-card";
import type { PersonCard } from "../use-kept";
import { contentsOf, fetchContents } from "./contents";
import { gather, type Progress } from "./gather";
import { pageOf } from "./page";
import { useChapters } from "./use-chapters";

export interface Wish {
  files: boolean;
  comments: boolean;
}

/** Gathers what is kept of a person and gives it as one file, once that is on record. */
export function useGiving(card: PersonCard, record: AnyCard) {
  const { i18n, t } = useTranslation("erasing");
  const { dayKey } = useFormats();
  const chapters = useChapters(card, record);
  const [progress, setProgress] = useState<Progress | null>(null);
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const give = useMutation({
    mutationFn: async ({ files, comments }: Wish) => {
      const { signal } = (ending.current = new AbortController());
      await noted(card);
      const found = await gather(card, setProgress, signal);
      const wanted = files ? contentsOf(found) : [];
      const contents = await fetchContents(wanted, setProgress, signal);
      const title = `${t("open")}: ${titleOf(record)}`;
      const told = chapters(found, [...contents.keys()], comments);
      const entries = found.entries.filter(({ kind }) => comments || kind !== "comment");
      const raw = { record, ...found, entries };
      const { zip, strToU8 } = await import("fflate");
      const folder = t("givenFiles");
      const parts: Record<string, Uint8Array> = {
        [`${t("open")}.html`]: strToU8(pageOf(i18n.language, title, told)),
        [`${t("open")}.json`]: strToU8(JSON.stringify(raw, null, 2)),
      };
      for (const [name, bytes] of contents) parts[`${folder}/${name}`] = bytes;
      const packed = await new Promise<Uint8Array>((done, failed) =>
        zip(parts, (error, data) => (error ? failed(error) : done(data))),
      );
      save(packed, `${title} ${dayKey(new Date())}.zip`.replaceAll(":", ""));
    },
  });
  return { give, progress };
}

function noted({ kind, id: card_id }: PersonCard) {
  const params = { path: { card_id } };
  return kind === "contact"
    ? bodyOf(api.POST("/api/crm/contacts/{card_id}/personal-data", { params }))
    : bodyOf(api.POST("/api/crm/leads/{card_id}/personal-data", { params }));
}

function save(content: Uint8Array, name: string): void {
  const address = URL.createObjectURL(
    new Blob([content as Uint8Array<ArrayBuffer>], { type: "application/zip" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
