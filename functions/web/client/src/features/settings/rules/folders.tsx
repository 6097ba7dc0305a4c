import { IconPencil, IconTrash } from "@tabler/icons-react";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas, useFolders, usePerson } from "@/shared/api";
import { QuickForm, useToasts, wordsOf } from "@/shared/ui";
import { Section } from "../section";
import settings from "../settings.module.css";
import { Act } from "./rules";
import classes from "./rules.module.css";

type Folder = Schemas["FolderView"];

const PATH = "/api/communications/folders";

/** The folders of the reader's shared mailboxes: whoever reads the letters sorts them. */
export default function Folders() {
  const { t } = useTranslation("rules");
  const owner = usePerson().roles.includes("owner");
  const all = $api.useQuery("get", "/api/communications/mailboxes").data?.items ?? [];
  const boxes = all.filter((box) => box.kind === "shared" && (box.mine || owner));
  const folders = useFolders().data?.items;
  const [edited, setEdited] = useState<Folder | "new" | null>(null);
  return (
    <Section
      title={t("folders")}
      text={t("foldersText")}
      action={
        boxes.length > 0 && (
          <Button variant="default" onClick={() => setEdited("new")}>
            {t("newFolder")}
          </Button>
        )
      }
    >
      {folders?.length === 0 && (
        <p className={settings.text}>{boxes.length > 0 ? t("noFolders") : t("noShared")}</p>
      )}
      <ul className={classes.folders}>
        {folders?.map((folder) => (
          <Line
            key={folder.id}
            folder={folder}
            address={all.find(({ id }) => id === folder.mailbox_id)?.address ?? ""}
            onEdit={() => setEdited(folder)}
          />
        ))}
      </ul>
      {edited && (
        <FolderForm
          folder={edited === "new" ? null : edited}
          boxes={boxes}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["get", PATH] });
}

interface LineProps {
  folder: Folder;
  address: string;
  onEdit: () => void;
}

function Line({ folder, address, onEdit }: LineProps) {
  const { t } = useTranslation("rules");
  const toasts = useToasts();
  const refresh = useRefresh();
  const { name } = folder;
  const remove = useMutation({
    mutationFn: () =>
      api.DELETE("/api/communications/folders/{folder_id}", {
        params: { path: { folder_id: folder.id } },
      }),
    onSuccess: () => toasts.done(t("folderRemoved", { name })),
    onError: toasts.failed,
    onSettled: refresh,
  });
  return (
    <li className={classes.folder}>
      <div className={classes.words}>
        <p className={settings.name}>{name}</p>
        <p className={settings.text}>{address}</p>
      </div>
      <div className={classes.acts}>
        <Act label={t("renameFolder", { name })} onClick={onEdit}>
          <IconPencil size={16} />
        </Act>
        <Act
          label={t("removeFolder", { name })}
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconTrash size={16} />
        </Act>
      </div>
    </li>
  );
}

interface FolderFormProps {
  folder: Folder | null;
  boxes: readonly Schemas["MailboxView"][];
  onClose: () => void;
}

function FolderForm({ folder, boxes, onClose }: FolderFormProps) {
  const { t } = useTranslation(["rules", "common"]);
  const toasts = useToasts();
  const refresh = useRefresh();
  const nameField = { name: "name", label: t("folderName"), required: true };
  const boxField = {
    name: "mailbox_id",
    label: t("mailbox"),
    kind: "one" as const,
    required: true,
    options: boxes.map(({ id, address }) => ({ value: id, label: address })),
  };
  const keep = async (name: string, mailboxId: string) => {
    if (folder)
      await bodyOf(
        api.PATCH("/api/communications/folders/{folder_id}", {
          params: { path: { folder_id: folder.id } },
          body: { name },
        }),
      );
    else await bodyOf(api.POST(PATH, { body: { mailbox_id: mailboxId, name } }));
    toasts.done(folder ? t("saved") : t("folderAdded", { name }));
    await refresh();
  };
  return (
    <QuickForm
      title={folder ? t("renameFolder", { name: folder.name }) : t("newFolder")}
      verb={folder ? t("common:save") : t("newFolder")}
      draft={folder ? `folder.${folder.id}` : "new-folder"}
      fields={folder ? [nameField] : [nameField, boxField]}
      initial={{ name: folder?.name ?? "", mailbox_id: boxes[0]?.id ?? "" }}
      onSubmit={(values) =>
        keep(wordsOf(values, "name") ?? "", wordsOf(values, "mailbox_id") ?? "")
      }
      onClose={onClose}
    />
  );
}
