import { ActionIcon, Popover } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { RowSkeletons, useProblemText } from "@/shared/ui";
import classes from "./notifications.module.css";

/** Where a notification went, asked for when somebody wants to know. */
export function WhereTo({ id }: { id: string }) {
  const { t } = useTranslation("telling");
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("whereTo")}
          title={t("whereTo")}
          onClick={() => setOpen(!open)}
        >
          <IconRoute size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("whereTo")}>
        <p className={classes.whereTo}>{t("whereTo")}</p>
        {open && <Deliveries id={id} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Deliveries({ id }: { id: string }) {
  const { t } = useTranslation("telling");
  const problemText = useProblemText();
  const text = useResult();
  const { data, error } = $api.useQuery("get", "/api/notifications/{notification_id}/deliveries", {
    params: { path: { notification_id: id } },
  });
  if (error) return <p role="alert">{problemText(error)}</p>;
  if (!data) return <RowSkeletons count={2} />;
  return (
    <dl className={classes.deliveries}>
      {data.items.map((one) => (
        <div key={one.channel}>
          <dt>{t(one.channel === "mail" ? "channel_mail" : "channel_portal")}</dt>
          <dd>{text(one)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useResult() {
  const { t } = useTranslation("telling");
  const formats = useFormats();
  return (one: Schemas["DeliveryView"]): string => {
    const when = formats.exact(one.at);
    switch (one.state) {
      case "held":
        return t("state_held", { when: formats.exact(one.until ?? one.at) });
      case "sent":
        if (one.digest) return t("state_digest", { when });
        return t(one.channel === "portal" ? "state_shown" : "state_sent", { when });
      case "refused":
        return t("state_refused", { reason: one.reason ?? "" });
      case "skipped":
        return t(one.reason === "switched_off" ? "state_switched_off" : "state_left");
      default:
        return t("state_sending");
    }
  };
}
