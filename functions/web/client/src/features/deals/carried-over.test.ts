import { expect, it } from "vitest";
import type { OwnField, Pipeline } from "@/shared/api";
import { carriedOver } from "./carried-over";

const SPARES = {
  id: "spares",
  stages: [{ id: "invoice" }],
  lost_reasons: ["Дорого", "Нет на складе"],
} as Pipeline;
const FIELDS = [
  { id: "anywhere", pipeline_ids: [] as string[] },
  { id: "elsewhere", pipeline_ids: ["projects"] },
] as OwnField[];

it("leaves out of a filter what another pipeline does not know", () => {
  const amount = { by: "amount", low: "5" };
  const anywhere = { by: "own.anywhere", empty: true };
  const conditions = [
    amount,
    { by: "stage", values: ["montage"] },
    { by: "reason", values: ["Дорого", "Выбран другой подрядчик"] },
    { by: "own.elsewhere", values: ["~x"] },
    anywhere,
  ];
  const reason = { by: "reason", values: ["Дорого"] };
  expect(carriedOver(conditions, SPARES, FIELDS)).toEqual([amount, reason, anywhere]);
  expect(carriedOver([{ by: "stage", values: ["montage"] }], SPARES, FIELDS)).toBeUndefined();
});
