import { describe, expect, it } from "vitest";
import { signatureFor } from "./signature";

const IVAN = { name: "Иван Продавцов", email: "ivan@demo.example", phone: null };

describe("a signature", () => {
  it("has the person's own put in, and leaves out the line of what he has not", () => {
    const html =
      "<p>С уважением,<br><b>{{me.name}}</b><br>Тел.: {{ me.phone }}<br>{{me.email}}</p><p>{{me.position}}</p>";
    expect(signatureFor(html, IVAN)).toBe(
      "<p>С уважением,<br><b>Иван Продавцов</b><br>ivan@demo.example</p>",
    );
    const whole = { ...IVAN, phone: "+79120000000", job_title: "Менеджер" };
    expect(signatureFor(html, whole)).toContain("Тел.: +79120000000<br>");
    expect(signatureFor(html, whole)).toContain("<p>Менеджер</p>");
  });

  it("takes a name for words, whatever is in it", () => {
    const odd = { ...IVAN, name: "<img src=x onerror=alert(1)>" };
    expect(signatureFor("<p>{{me.name}}</p>", odd)).toBe(
      "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    );
  });

  it("is nothing when nothing was written", () => {
    expect(signatureFor("", IVAN)).toBe("");
  });
});
