import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useToasts } from "../toasts";
import type { SavedView, useViews } from "./use-views";

interface ViewMenuProps {
  view: SavedView;
  kept: ReturnType<typeof useViews>;
  onRename: () => void;
  onGone: () => void;
}

/** What can be done with the view that is open. */
export function ViewMenu({ view, kept, onRename, onGone }: ViewMenuProps) {
  const { t } = useTranslation("views");
  const { done, failed } = useToasts();
  const { pinned, first } = kept;
  const ids = kept.views?.map(({ id }) => id) ?? [];
  const place = ids.indexOf(view.id);
  const arrange = (part: Parameters<typeof kept.arrange>[0]) =>
    void kept.arrange(part).catch(failed);
  const move = (by: 1 | -1) => {
    const order = ids.filter((id) => id !== view.id);
    order.splice(place + by, 0, view.id);
    arrange({ order });
  };
  const remove = () =>
    void kept.remove(view.id).then(() => {
      onGone();
      done(t("removed", { name: view.name }), () => kept.restore(view.id));
    }, failed);
  const copy = () => {
    const address = `${location.origin}${location.pathname}?saved=${view.id}`;
    void navigator.clipboard.writeText(address).then(() => done(t("copied")), failed);
  };
  const isPinned = pinned.includes(view.id);
  const isFirst = first === view.id;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <ActionIcon
          size={26}
          variant="subtle"
          color="gray"
          aria-label={t("menu", { name: view.name })}
        >
          <IconChevronDown size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {view.mine && <Menu.Item onClick={onRename}>{t("rename")}</Menu.Item>}
        <Menu.Item onClick={copy}>{t("copyLink")}</Menu.Item>
        <Menu.Divider />
        <Menu.Item
          onClick={() =>
            arrange({
              pinned: isPinned ? pinned.filter((id) => id !== view.id) : [...pinned, view.id],
            })
          }
        >
          {isPinned ? t("unpin") : t("pin")}
        </Menu.Item>
        <Menu.Item onClick={() => arrange({ first: isFirst ? null : view.id })}>
          {isFirst ? t("unmakeFirst") : t("makeFirst")}
        </Menu.Item>
        <Menu.Item disabled={place <= 0} onClick={() => move(-1)}>
          {t("earlier")}
        </Menu.Item>
        <Menu.Item disabled={place >= ids.length - 1} onClick={() => move(1)}>
          {t("later")}
        </Menu.Item>
        {view.mine && (
          <>
            <Menu.Divider />
            <Menu.Item color="red" onClick={remove}>
              {t("remove")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
