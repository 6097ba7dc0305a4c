import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconDots, IconDownload, IconFiles, IconUpload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { $api } from "../../api";
import type { ExportedList } from "./export-list";

const ExportDialog = lazy(() => import("./export-dialog"));

const STALE_MS = 300_000;

/** What can be done with a list as a whole. */
export function ListMenu(list: ExportedList) {
  const { t } = useTranslation("exporting");
  const [exporting, setExporting] = useState(false);
  const policy = $api.useQuery("get", "/api/crm/export-policy", {}, { staleTime: STALE_MS });
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Tooltip label={t("more")}>
            <ActionIcon variant="default" size={30} aria-label={t("more")}>
              <IconDots size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUpload size={16} />}
            renderRoot={(props) => (
              <Link
                to="/settings/$section"
                params={{ section: "imports" }}
                search={{ kind: list.kind }}
                {...props}
              />
            )}
          >
            {t("import")}
          </Menu.Item>
          {policy.data?.allowed && (
            <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => setExporting(true)}>
              {t("export")}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconFiles size={16} />}
            renderRoot={(props) => (
              <Link to="/settings/$section" params={{ section: "exports" }} {...props} />
            )}
          >
            {t("mine")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {exporting && <ExportDialog list={list} onClose={() => setExporting(false)} />}
      </Suspense>
    </>
  );
}
