import { Button, Select } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FocusEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  api,
  bodyOf,
  type CardRef,
  cardText,
  type OwnValue,
  toProblem,
  uploadTo,
} from "@/shared/api";
import { type FactEditor, useProblemText, useToasts } from "@/shared/ui";
import { announce, documentLink, useDocument } from "../../timeline/use-document";
import classes from "./own.module.css";

/** A document by its name; a press fetches its newest version. */
export function FileLink({ id }: { card: CardRef; id: string }) {
  const { t } = useTranslation("own");
  const { data } = useDocument(id);
  const toasts = useToasts();
  const name = data?.name ?? t("file");
  const fetchIt = () =>
    documentLink(id, data?.version ?? 1).then(
      (url) => globalThis.location.assign(url),
      toasts.failed,
    );
  return (
    <button
      type="button"
      className={classes.download}
      aria-label={t("download", { name })}
      onClick={() => void fetchIt()}
    >
      {name}
    </button>
  );
}

/** Chooses one of the files of the card, or puts a new one there. */
export function FileFact({ card, editor }: { card: CardRef; editor: FactEditor<OwnValue> }) {
  const { t } = useTranslation("own");
  const text = useProblemText();
  const files = useFilesOf(card);
  const upload = useUpload(card, (id) => editor.commit(id));
  const leave = (event: FocusEvent) => {
    const within = event.currentTarget.contains(event.relatedTarget);
    // A window that chooses a file takes the focus along.
    if (!within && document.hasFocus() && upload.state === "idle") editor.cancel();
  };
  return (
    <div className={classes.file} onBlur={leave}>
      <Select
        id={editor.id}
        aria-label={editor.label}
        size="xs"
        w="100%"
        autoFocus
        clearable
        searchable={files.length > 6}
        placeholder={t("chooseFile")}
        nothingFoundMessage={t("noFiles")}
        data={files}
        value={typeof editor.value === "string" ? editor.value : null}
        error={editor.invalid}
        onChange={(id) => editor.commit(id)}
      />
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconUpload size={14} />}
        loading={upload.state !== "idle"}
        onClick={upload.choose}
      >
        {t("uploadFile")}
      </Button>
      {upload.state !== "idle" && (
        <p className={classes.note} role="status">
          {upload.state === "checked"
            ? t("takingIn")
            : t("uploading", { percent: Math.round(upload.state * 100) })}
        </p>
      )}
      {upload.problem !== null && (
        <p className={classes.missing} role="alert">
          {text(upload.problem)}
        </p>
      )}
    </div>
  );
}

function useFilesOf(card: CardRef): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ["card-files", cardText(card)],
    queryFn: () =>
      bodyOf(
        api.GET("/api/documents", { params: { query: { card: cardText(card), limit: 100 } } }),
      ),
    staleTime: 5_000,
  });
  return (data?.items ?? [])
    .filter(({ state }) => state === "ready")
    .map(({ id, name }) => ({ value: id, label: name }));
}

type Uploading = "idle" | "checked" | number;
const LOOK_EVERY_MS = 1_500;
const LOOKS = 40;

/** Puts a file on the card, and tells of it once the portal has taken it in. */
function useUpload(card: CardRef, onReady: (id: string) => void) {
  const { t } = useTranslation("own");
  const toasts = useToasts();
  const [state, setState] = useState<Uploading>("idle");
  const [problem, setProblem] = useState<ReturnType<typeof toProblem> | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => void (gone.current = true);
  }, []);
  const send = async (file: File) => {
    setProblem(null);
    setState(0);
    try {
      const place = await announce(card, file);
      const to = { url: place.url, fields: place.fields as Record<string, string> };
      await uploadTo(to, file, setState);
      setState("checked");
      if (await stands(card, place.id, () => gone.current)) onReady(place.id);
      else toasts.done(t("fileLater"));
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setState("idle");
    }
  };
  const choose = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.onchange = () => {
      const file = input.files?.[0];
      if (file) void send(file);
    };
    input.click();
  };
  return { state, problem, choose };
}

/** Whether the file has come to the timeline of its card, which the portal looks at when it is chosen. */
async function stands(card: CardRef, id: string, gone: () => boolean): Promise<boolean> {
  for (let look = 0; look < LOOKS && !gone(); look += 1) {
    const { items } = await filesOn(card);
    if (items.some(({ source }) => source.id === id)) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return false;
}

function filesOn({ kind, id }: CardRef) {
  const params = { path: { card_id: id }, query: { kind: "file" as const, limit: 10 } };
  switch (kind) {
    case "deal":
      return bodyOf(api.GET("/api/crm/deals/{card_id}/timeline", { params }));
    case "contact":
      return bodyOf(api.GET("/api/crm/contacts/{card_id}/timeline", { params }));
    case "company":
      return bodyOf(api.GET("/api/crm/companies/{card_id}/timeline", { params }));
    case "lead":
      return bodyOf(api.GET("/api/crm/leads/{card_id}/timeline", { params }));
  }
}
