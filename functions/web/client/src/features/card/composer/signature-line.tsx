import { Button, CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Formatted } from "@/shared/ui/rich-text/formatted";
import classes from "./signature-line.module.css";

interface SignatureLineProps {
  signature: string;
  signed: boolean;
  onChange: (signed: boolean) => void;
}

/** What will stand under the letter, before it is sent; it can be left out of this one. */
export function SignatureLine({ signature, signed, onChange }: SignatureLineProps) {
  const { t } = useTranslation("outgoing");
  if (!signature) return null;
  if (!signed)
    return (
      <div>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange(true)}>
          {t("signatureAdd")}
        </Button>
      </div>
    );
  return (
    <section className={classes.signature} aria-label={t("signature")}>
      <div className={classes.lines}>
        <Formatted html={signature} />
      </div>
      <CloseButton
        size={24}
        aria-label={t("signatureRemove")}
        title={t("signatureRemove")}
        onClick={() => onChange(false)}
      />
    </section>
  );
}
