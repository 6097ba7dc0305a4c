import { Button, Drawer } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { OwnerFilter } from "../owner-filter";
import type { Views } from "../views/use-view-bar";
import { ViewBar } from "../views/view-bar";
import { ConditionList } from "./condition-list";
import type { ListToolsProps } from "./list-tools";
import { PhoneColumns, SortChoice } from "./sheet-parts";
import classes from "./tools.module.css";

interface ToolsSheetProps extends ListToolsProps {
  views: Views;
  opened: boolean;
  onClose: () => void;
}

/** Everything that a list may be asked, from below on a phone; each change is in force at once. */
export default function ToolsSheet(props: ToolsSheetProps) {
  const { opened, onClose, columns, sort } = props;
  const { t } = useTranslation(["filters", "common", "views", "lists"]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t("filters")}
      closeButtonProps={{ "aria-label": t("common:close") }}
      classNames={{ content: classes.sheet, body: classes.body, header: classes.head }}
    >
      <Part title={t("views:views")}>
        <ViewBar views={props.views} every />
      </Part>
      {props.choices}
      <Part title={t("lists:owner")}>
        <div className={classes.owner}>
          <OwnerFilter ownerId={props.ownerId} onChange={props.onOwner} />
        </div>
      </Part>
      <Part title={t("conditions")}>
        <ConditionList {...props} />
      </Part>
      {sort && (
        <>
          <Part title={t("common:sortBy")}>
            <SortChoice columns={columns.all} sort={sort} />
          </Part>
          <Part title={t("common:columns")}>
            <PhoneColumns columns={columns} />
          </Part>
        </>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={props.onAll}>
          {t("clear")}
        </Button>
        <Button onClick={onClose}>{t("done")}</Button>
      </div>
    </Drawer>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}
