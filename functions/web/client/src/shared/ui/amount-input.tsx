import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";

interface AmountInputProps {
  label: string;
  value: string;
  error?: ReactNode;
  onChange: (amount: string) => void;
}

/** An amount in roubles, typed with a comma or a point. */
export function AmountInput({ onChange, ...field }: AmountInputProps) {
  return (
    <NumberInput
      {...field}
      min={0}
      decimalScale={2}
      thousandSeparator={" "}
      decimalSeparator=","
      allowedDecimalSeparators={[",", "."]}
      hideControls
      suffix={" ₽"}
      onChange={(amount) => onChange(String(amount))}
    />
  );
}
