import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { type Entry, letterKey, readLetter } from "./queries";
import classes from "./timeline.module.css";

const RECENT_MS = 24 * 3_600_000;

function gravity({ fate }: Schemas["UndeliveredView"]): number {
  return ["delayed", "complained", "bounced"].indexOf(fate);
}

/** What became of a letter of ours; asked only of recent ones, whose fate may still be news. */
export function useDelivery(entry: Entry): Schemas["Status"] | Schemas["Fate"] | null {
  const [recent] = useState(() => Date.now() - Date.parse(entry.at) < RECENT_MS);
  const { data } = useQuery({
    queryKey: letterKey(entry.source.id),
    queryFn: () => readLetter(entry.source.id),
    enabled: recent && entry.direction === "outbound",
    staleTime: 60_000,
  });
  const worst = data?.undelivered.toSorted((one, other) => gravity(one) - gravity(other)).at(-1);
  return worst?.fate ?? data?.status ?? null;
}

/** At which addresses a letter did not arrive, and what the mail server says. */
function Undelivered({ letter }: { letter: Schemas["CommunicationView"] }) {
  const { t } = useTranslation("card");
  return (
    <ul className={`${classes.failure} ${classes.fates}`} role="status">
      {letter.undelivered.map(({ address, fate, detail }) => (
        <li key={address}>
          {t(`fate_${fate}`, { address })}
          {detail && <span className={classes.note}> {detail}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What became of a letter of ours, where it is worth a word. */
export function Delivery({ letter }: { letter: Schemas["CommunicationView"] }) {
  const { t } = useTranslation("card");
  const client = useQueryClient();
  const toasts = useToasts();
  const [trying, setTrying] = useState(false);
  if (letter.direction !== "outbound" || letter.status === null) return null;
  if (letter.undelivered.length > 0) return <Undelivered letter={letter} />;
  if (letter.status === "sent") return <p className={classes.note}>{t("statusSent")}</p>;
  const again = async () => {
    setTrying(true);
    try {
      const path = { communication_id: letter.id };
      await api.POST("/api/communications/{communication_id}/send", { params: { path } });
    } catch (error) {
      toasts.failed(error);
    } finally {
      setTrying(false);
      await client.invalidateQueries({ queryKey: letterKey(letter.id) });
    }
  };
  return (
    <p className={letter.failure ? classes.failure : classes.note} role="status">
      {letter.failure ? `${t("statusFailed")}: ${letter.failure}` : t("statusSending")}{" "}
      <Button variant="subtle" size="compact-xs" loading={trying} onClick={() => void again()}>
        {t("sendAgain")}
      </Button>
    </p>
  );
}
