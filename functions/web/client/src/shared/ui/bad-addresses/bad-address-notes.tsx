import { Button } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BadAddress, useBadAddresses, useFineAddress } from "@/shared/api/bad-addresses";
import { useFormats } from "@/shared/i18n";
import { useToasts } from "../toasts";
import classes from "./bad-addresses.module.css";

/** A word about each of the addresses that refused a letter for good, and what to do when it takes them after all. */
export function BadAddressNotes({ addresses }: { addresses: readonly string[] }) {
  const bad = useBadAddresses(addresses);
  return bad.map((one) => <Note key={one.address} bad={one} />);
}

function Note({ bad }: { bad: BadAddress }) {
  const { t } = useTranslation("letter");
  const formats = useFormats();
  const toasts = useToasts();
  const fine = useFineAddress();
  const [busy, setBusy] = useState(false);
  const { address, since, detail } = bad;
  const clear = async () => {
    setBusy(true);
    try {
      await fine(address);
      toasts.done(t("addressIsFine", { address }));
    } catch (error) {
      toasts.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.note} role="status">
      <IconMailOff size={16} className={classes.icon} aria-hidden />
      <span className={classes.words} title={detail}>
        {t("badAddress", { address, when: formats.exact(since) })}
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes.fine}
        loading={busy}
        aria-label={t("addressFineOf", { address })}
        onClick={() => void clear()}
      >
        {t("addressFine")}
      </Button>
    </div>
  );
}
