import { describe, expect, it } from "vitest";
import { addressesIn, isAddress, suggestionsFor, withAddresses } from "./recipients";

const PEOPLE = [
  { name: "Пётр Ладогин", address: "petr@ladoga.example" },
  { name: "Ладога-Пласт", address: "office@ladoga.example" },
];

describe("recipients", () => {
  it("are taken out of a list as Outlook copies it", () => {
    expect(
      addressesIn('"Ладогин, Пётр" <petr@ladoga.example>; office@ladoga.example\nanna@x.example'),
    ).toEqual(["petr@ladoga.example", "office@ladoga.example", "anna@x.example"]);
    expect(addressesIn("Пётр Ладогин <petr@ladoga.example>; a@b.example c@d.example")).toEqual([
      "petr@ladoga.example",
      "a@b.example",
      "c@d.example",
    ]);
  });

  it("stand in the list once, whatever their case", () => {
    expect(withAddresses(["A@b.example"], ["a@B.example", "c@d.example"])).toEqual([
      "A@b.example",
      "c@d.example",
    ]);
  });

  it("may be of a Cyrillic domain, and never without one", () => {
    expect(isAddress("info@ладога.рф")).toBe(true);
    for (const wrong of ["ладога", "a@b", "a b@c.example", "a@@b.example", "a@b..example"])
      expect(isAddress(wrong)).toBe(false);
  });

  it("are suggested by any part of name or address, those chosen left out", () => {
    expect(suggestionsFor("лад", PEOPLE, [])).toHaveLength(2);
    expect(suggestionsFor("office", PEOPLE, [])).toEqual([PEOPLE[1]]);
    expect(suggestionsFor("", PEOPLE, ["PETR@ladoga.example"])).toEqual([PEOPLE[1]]);
  });
});

describe("people who are offered", () => {
  const known = [{ name: "Пётр Ладогин", address: "petr@ladoga.example" }];
  const others = [
    { name: "Пётр", address: "PETR@ladoga.example" },
    { name: "Пётр Невский", address: "petr@neva.example" },
  ];

  it("are those of the card, and behind them what was found elsewhere, each address once", () => {
    expect(suggestionsFor("пётр", known, [], others).map(({ address }) => address)).toEqual([
      "petr@ladoga.example",
      "petr@neva.example",
    ]);
    expect(suggestionsFor("пётр", known, ["petr@neva.example"], others)).toEqual(known);
  });
});
