import { ActionIcon, Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDots, IconX } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import classes from "./quote-fold.module.css";
import type { Quote } from "./quoting";

/** The letter that is answered, which goes out beneath: folded, and left out on request. */
export function QuoteFold({ quote, onRemove }: { quote: Quote; onRemove: () => void }) {
  const { t } = useTranslation("card");
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <div>
      <div className={classes.head}>
        <Button
          variant="default"
          size="compact-xs"
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? t("quoteHide") : t("quoteShow")}
          title={open ? t("quoteHide") : t("quoteShow")}
          onClick={toggle}
        >
          <IconDots size={16} />
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t("quoteRemove")}
          title={t("quoteRemove")}
          onClick={onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      </div>
      <div id={id}>
        {open && (
          <blockquote className={classes.quote}>
            <p className={classes.heading}>{quote.heading}</p>
            {quote.text}
          </blockquote>
        )}
      </div>
    </div>
  );
}
