import { describe, expect, it } from "vitest";
import { cleanedPaste } from "./pasted";

describe("what is pasted", () => {
  it("loses Word's styles and comments and keeps what is said", () => {
    const html = `<html><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
      <p class=MsoNormal style='font-size:11pt'><b><span style='color:red'>Цена</span></b><o:p></o:p></p>
      <!--EndFragment--></body></html>`;
    expect(cleanedPaste(html).trim()).toBe("<p><b>Цена</b></p>");
  });

  it("makes lists of Word's paragraphs", () => {
    const line = (text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>${text}</p>`;
    expect(cleanedPaste(line("один") + line("два"))).toBe("<ul><li>один</li><li>два</li></ul>");
  });

  it("makes a line of a table's row", () => {
    const table = "<table><tr><td>Пресс</td><td> 5 </td></tr></table>";
    expect(cleanedPaste(table)).toContain("<p>Пресс · 5</p>");
  });

  it("brings nothing that runs or calls home", () => {
    const cleaned = cleanedPaste(
      `<img src=x onerror=alert(1)><a href="javascript:alert(1)" onclick="x">a</a><script>1</script>`,
    );
    expect(cleaned).toBe("<a>a</a>");
  });
});
