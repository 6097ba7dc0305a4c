import { expect, test } from "vitest";
import type { Deal, Pipeline, Stage } from "../../api";
import { missingAt, requiredAt } from "./missing";

const stage = (id: string, kind: Stage["kind"], required: string[] = []): Stage => ({
  id,
  name: id,
  kind,
  probability: 50,
  colour: "gray",
  required,
  most_days: null,
});
const NEW = stage("new", "open", ["description"]);
const OFFER = stage("offer", "open", ["amount", "own.A"]);
const WON = stage("won", "won");
const LOST = stage("lost", "lost", ["company_id"]);
const pipeline = { id: "p", name: "Продажи", stages: [NEW, OFFER, WON, LOST] } as Pipeline;

test("what an open stage requires is required behind it too, and a lost one has its own alone", () => {
  expect(requiredAt(pipeline, NEW)).toEqual(["description"]);
  expect(requiredAt(pipeline, WON)).toEqual(["description", "amount", "own.A"]);
  expect(requiredAt(pipeline, LOST)).toEqual(["company_id"]);
});

test("only what is empty is missing", () => {
  const deal = { description: "Станок", amount: null, own: { A: "да" } } as unknown as Deal;
  expect(missingAt(deal, pipeline, OFFER)).toEqual(["amount"]);
});
