import { Group, NativeSelect, NumberInput } from "@mantine/core";
import type { FocusEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { OwnValue } from "../../api";
import type { OwnInputProps } from "./own-props";

const CURRENCIES = ["RUB", "USD", "EUR", "CNY", "KZT", "BYN"];

/** An amount and its currency, saved together. */
export function MoneyInput({
  field,
  value,
  onChange,
  onDone,
  common,
}: OwnInputProps & { common: object }) {
  const { t } = useTranslation("own");
  const money = amountOf(value);
  const currency = money?.currency ?? "RUB";
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onDone?.();
  };
  return (
    <Group gap={6} wrap="nowrap" align="flex-end" onBlur={leave}>
      <NumberInput
        {...common}
        style={{ flex: 1, minWidth: 0 }}
        hideControls
        decimalScale={2}
        maxLength={22}
        thousandSeparator=" "
        decimalSeparator=","
        allowedDecimalSeparators={[",", "."]}
        value={money?.amount ?? ""}
        onValueChange={({ value: amount }) => onChange(amount ? { amount, currency } : null)}
        onKeyDown={(event: KeyboardEvent) => onDone && event.key === "Enter" && onDone()}
      />
      <NativeSelect
        size={"size" in common && common.size === "xs" ? "xs" : "sm"}
        w={84}
        aria-label={t("currency", { field: field.name })}
        data={[...new Set([currency, ...CURRENCIES])]}
        value={currency}
        onChange={(event) =>
          money && onChange({ amount: money.amount, currency: event.currentTarget.value })
        }
      />
    </Group>
  );
}

export function amountOf(value: OwnValue): { amount: string; currency: string } | null {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
}
