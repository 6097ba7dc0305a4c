import { ActionIcon, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconArrowBackUp, IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CardRef } from "@/shared/api";
import { useToasts, When } from "@/shared/ui";
import { useNameOf } from "../timeline/use-name-of";
import { useFieldName } from "./field-names";
import classes from "./history.module.css";
import { type Change, type Step, useRestore } from "./queries";
import { isLong, Value } from "./value";

interface ChangeItemProps {
  card: CardRef;
  change: Change;
  steps: readonly Step[];
}

/** One change: who, when, on what occasion, and each field from what to what. */
export function ChangeItem({ card, change, steps }: ChangeItemProps) {
  const { t } = useTranslation("card");
  const nameOf = useNameOf();
  return (
    <li className={classes.change}>
      <div className={classes.head}>
        <span className={classes.who}>{nameOf(change.actor)}</span>
        <span className={classes.when}>
          <When at={change.at} />
        </span>
      </div>
      {(change.created || change.cause) && (
        <div className={classes.cause}>
          {[change.created && t("historyCreated"), change.cause && t(`cause_${change.cause.kind}`)]
            .filter(Boolean)
            .join(", ")}
        </div>
      )}
      <dl className={classes.steps}>
        {steps.map((step) => (
          <StepRow key={step.field} card={card} change={change} step={step} />
        ))}
      </dl>
    </li>
  );
}

function StepRow({ card, change, step }: { card: CardRef; change: Change; step: Step }) {
  const { t } = useTranslation("card");
  const name = useFieldName()(step, card.kind);
  return (
    <div className={classes.step}>
      <dt className={classes.field}>{name}</dt>
      <dd
        className={classes.turn}
        data-long={isLong(step.before) || isLong(step.after) || undefined}
      >
        {step.hindrance === "erased" ? (
          <span className={classes.nothing}>{t("historyErased")}</span>
        ) : (
          <>
            {!change.created && (
              <>
                <VisuallyHidden>{t("historyWas")}</VisuallyHidden>
                <span className={classes.former}>
                  <Value parts={step.before} />
                </span>
                <IconArrowRight size={14} className={classes.arrow} aria-hidden />
                <VisuallyHidden>{t("historyBecame")}</VisuallyHidden>
              </>
            )}
            <Value parts={step.after} />
          </>
        )}
      </dd>
      {!change.created && <RestoreButton card={card} change={change} step={step} name={name} />}
    </div>
  );
}

interface RestoreButtonProps {
  card: CardRef;
  change: Change;
  step: Step;
  name: string;
}

/** Brings the former value back; where that cannot be, it says why. */
function RestoreButton({ card, change, step, name }: RestoreButtonProps) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const restore = useRestore(card);
  const bring = async () => {
    try {
      const made = await restore(change.id, step.field);
      if (made) toasts.done(t("historyRestored", { field: name }), () => restore(made, step.field));
      else toasts.done(t("historySame", { field: name }));
    } catch (error) {
      toasts.failed(error);
    }
  };
  const label = step.hindrance
    ? t(`hindrance_${step.hindrance}`)
    : t("historyRestore", { field: name });
  return (
    <Tooltip label={label} multiline maw={260}>
      <ActionIcon
        className={classes.restore}
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        aria-disabled={step.hindrance !== null}
        data-disabled={step.hindrance !== null || undefined}
        onClick={() => step.hindrance === null && void bring()}
      >
        <IconArrowBackUp size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
