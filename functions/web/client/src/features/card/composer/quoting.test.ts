import { describe, expect, it } from "vitest";
import { answerSubject, forwardSubject, quoteOf, withQuote } from "./quoting";

describe("answering", () => {
  it("says Re: once, in whatever language it was said before", () => {
    expect(answerSubject("Срок поставки")).toBe("Re: Срок поставки");
    expect(answerSubject("RE: Re[2]: Отв: Срок")).toBe("Re: Срок");
    expect(answerSubject("")).toBe("Re:");
    expect(answerSubject("Реконструкция: этап 2")).toBe("Re: Реконструкция: этап 2");
  });

  it("says Fwd: once", () => {
    expect(forwardSubject("FW: Срок")).toBe("Fwd: Срок");
  });

  it("puts the letter answered beneath, in text and in markup that cannot break out", () => {
    const quote = quoteOf({ text: "Когда?\n<script>", html: "" }, "Пётр <p@x.example>:");
    const letter = withQuote({ text: "Завтра.", html: "<p>Завтра.</p>" }, quote);
    expect(letter.text).toBe("Завтра.\n\nПётр <p@x.example>:\n> Когда?\n> <script>");
    expect(letter.html).toBe(
      "<p>Завтра.</p><p>Пётр &lt;p@x.example&gt;:</p>" +
        "<blockquote><p>Когда?<br>&lt;script&gt;</p></blockquote>",
    );
  });

  it("leaves a letter without a quote as it is", () => {
    const letter = { text: "a", html: "<p>a</p>" };
    expect(withQuote(letter, null)).toBe(letter);
  });
});
