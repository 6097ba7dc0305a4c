import { SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./inbox.module.css";

type Listed = "unlinked" | "linked" | "aside" | "planned";

/** Which letters are shown. */
export function StateSwitch({ state }: { state: Listed | null }) {
  const { t } = useTranslation("inbox");
  const navigate = useNavigate();
  return (
    <SegmentedControl
      size="xs"
      className={classes.filter}
      aria-label={t("filter")}
      value={state ?? ""}
      onChange={(value) =>
        void navigate({
          to: "/inbox",
          search: {
            state: value === "unlinked" || value === "" ? undefined : value,
          },
        })
      }
      data={[
        { value: "unlinked", label: t("waiting") },
        { value: "linked", label: t("onCards") },
        { value: "aside", label: t("aside") },
        { value: "planned", label: t("planned") },
      ]}
    />
  );
}
