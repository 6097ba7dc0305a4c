import { Button, Menu } from "@mantine/core";
import { IconFolder, IconFolderOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { $api, useFolders } from "@/shared/api";
import type { ListedLetter } from "../letters";
import type { Inbox } from "../use-inbox";

interface FileMenuProps {
  letter: ListedLetter;
  filing: Inbox["filing"];
  onFile: Inbox["file"];
}

/** Puts a letter into a folder of one of its mailboxes. */
export function FileMenu({ letter, filing, onFile }: FileMenuProps) {
  const { t } = useTranslation("rules");
  const boxes = $api.useQuery("get", "/api/communications/mailboxes").data?.items ?? [];
  const ids = boxes.filter((box) => letter.mailboxes.includes(box.address)).map(({ id }) => id);
  const folders = useFolders().data?.items ?? [];
  const fitting = folders.filter((folder) => ids.includes(folder.mailbox_id));
  const now = filing.folderOf(letter);
  if (fitting.length === 0 && now === null) return null;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<IconFolder size={18} stroke={1.75} />}
          style={{ minHeight: 44 }}
        >
          {t("toFolder")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fitting
          .filter(({ id }) => id !== now)
          .map(({ id, name }) => (
            <Menu.Item
              key={id}
              leftSection={<IconFolder size={16} />}
              onClick={() => onFile(letter, id, name)}
            >
              {name}
            </Menu.Item>
          ))}
        {now !== null && (
          <Menu.Item
            leftSection={<IconFolderOff size={16} />}
            onClick={() => onFile(letter, null, "")}
          >
            {t("outOfFolder")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
