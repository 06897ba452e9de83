package io.foodsafety.documents.pdf.internal;

import io.foodsafety.model.document.CheckBox;
import io.foodsafety.model.document.ChecksPart;
import io.foodsafety.model.document.DocumentField;
import io.foodsafety.model.document.DocumentPart;
import io.foodsafety.model.document.FieldsPart;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.model.document.SignatureLine;
import io.foodsafety.model.document.SignaturesPart;
import io.foodsafety.model.document.TableColumn;
import io.foodsafety.model.document.TablePart;
import io.foodsafety.model.document.TableRow;
import io.foodsafety.model.document.TextPart;

/**
 * A document as XHTML. Parts that follow one another are rows of one frame of four columns, as
 * official forms have it; a table stands by itself. Used once.
 */
final class DocumentHtml {

  private static final String OPEN_FRAME =
      "<table class=\"form\"><colgroup><col class=\"label\"/><col/><col class=\"label\"/><col/>"
          + "</colgroup><tbody>\n";

  private final OfficialDocument document;
  private final Printable printable;
  private final Words words;
  private final StringBuilder out = new StringBuilder(8192);
  private boolean inFrame;

  DocumentHtml(OfficialDocument document, Printable printable) {
    this.document = document;
    this.printable = printable;
    this.words = Words.of(document.locale());
  }

  /** The page, with style sheets that are trusted. */
  String write(String css) {
    out.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(words.language())
        .append("\"><head><meta charset=\"UTF-8\"/><title>")
        .append(text(document.title()))
        .append("</title><style>\n")
        .append(css)
        .append("</style></head><body>\n");
    footer();
    document.issuer().ifPresent(issuer -> paragraph("issuer", issuer));
    out.append("<h1>").append(text(document.title())).append("</h1>\n");
    out.append("<p class=\"number\">")
        .append(words.number())
        .append(document.number().map(this::text).orElse("<span class=\"blank\">　　　　　　</span>"))
        .append("</p>\n");
    document.parts().forEach(this::part);
    frame(false);
    out.append("<div class=\"notes\">\n");
    document.notes().forEach(note -> paragraph("note", note));
    out.append("</div></body></html>\n");
    return out.toString();
  }

  private String text(String text) {
    return printable.html(text);
  }

  private void paragraph(String style, String text) {
    out.append("<p class=\"").append(style).append("\">").append(text(text)).append("</p>\n");
  }

  /** Repeated on each page of paper; at the end of a page on a screen. */
  private void footer() {
    out.append("<div class=\"footer\"><span class=\"pages\">")
        .append(words.page())
        .append("<span class=\"page\"></span>")
        .append(words.of())
        .append("<span class=\"count\"></span>")
        .append(words.end())
        .append("</span><span class=\"hash\">");
    document.number().ifPresent(each -> out.append(words.number()).append(text(each)).append("　"));
    out.append(words.hash()).append(document.sha256()).append("</span></div>\n");
  }

  private void frame(boolean open) {
    if (open && !inFrame) {
      out.append(OPEN_FRAME);
    } else if (!open && inFrame) {
      out.append("</tbody></table>\n");
    }
    inFrame = open;
  }

  private void part(DocumentPart part) {
    frame(!(part instanceof TablePart));
    if (part instanceof FieldsPart fields) {
      fields(fields);
    } else if (part instanceof ChecksPart checks) {
      checks(checks);
    } else if (part instanceof TextPart paragraphs) {
      row(
          paragraphs.title(),
          () -> paragraphs.paragraphs().forEach(each -> paragraph("text", each)));
    } else if (part instanceof SignaturesPart signatures) {
      signatures(signatures);
    } else if (part instanceof TablePart table) {
      table(table);
    }
  }

  /** A row with its heading at the left, or none. */
  private void row(String title, Runnable content) {
    out.append("<tr>");
    if (title.isEmpty()) {
      out.append("<td colspan=\"4\">");
    } else {
      out.append("<th>").append(text(title)).append("</th><td colspan=\"3\">");
    }
    content.run();
    out.append("</td></tr>\n");
  }

  private void fields(FieldsPart part) {
    if (!part.title().isEmpty()) {
      out.append("<tr><th colspan=\"4\" class=\"over\">")
          .append(text(part.title()))
          .append("</th></tr>\n");
    }
    boolean half = false;
    for (DocumentField field : part.fields()) {
      if (half && field.wide()) {
        out.append("<th></th><td></td></tr>\n");
        half = false;
      }
      if (!half) {
        out.append("<tr>");
      }
      out.append("<th>").append(text(field.label())).append("</th>");
      out.append(field.wide() ? "<td colspan=\"3\">" : "<td>");
      out.append(field.value().map(this::text).orElse("")).append("</td>");
      half = !half && !field.wide();
      if (!half) {
        out.append("</tr>\n");
      }
    }
    if (half) {
      out.append("<th></th><td></td></tr>\n");
    }
  }

  private void checks(ChecksPart part) {
    row(part.title(), () -> part.boxes().forEach(box -> check(box, part.inline())));
  }

  private void check(CheckBox box, boolean inline) {
    String tick = "<span class=\"box\">" + (box.ticked() ? "√" : "　") + "</span>";
    if (inline) {
      out.append("<span class=\"inline\">")
          .append(tick)
          .append(' ')
          .append(text(box.text()))
          .append("</span> ");
    } else {
      out.append("<table class=\"check\"><tr><td class=\"tick\">")
          .append(tick)
          .append("</td><td>")
          .append(text(box.text()))
          .append("</td></tr></table>\n");
    }
  }

  private void signatures(SignaturesPart part) {
    if (!part.title().isEmpty()) {
      row(part.title(), () -> {});
    }
    for (int i = 0; i < part.lines().size(); i += 2) {
      boolean alone = i + 1 == part.lines().size();
      out.append("<tr class=\"signatures\">");
      signature(part.lines().get(i), alone ? 4 : 2);
      if (!alone) {
        signature(part.lines().get(i + 1), 2);
      }
      out.append("</tr>\n");
    }
  }

  private void signature(SignatureLine line, int span) {
    out.append("<td colspan=\"")
        .append(span)
        .append("\"><div class=\"signature\">")
        .append(text(line.role()))
        .append(words.signature())
        .append(line.name().map(this::text).orElse(""))
        .append("</div><div class=\"date\">")
        .append(words.date(line.date()))
        .append("</div></td>");
  }

  private void table(TablePart part) {
    if (!part.title().isEmpty()) {
      out.append("<h2>").append(text(part.title())).append("</h2>\n");
    }
    int shares = part.columns().stream().mapToInt(TableColumn::share).sum();
    out.append("<table class=\"items\"><colgroup>");
    for (TableColumn column : part.columns()) {
      out.append("<col style=\"width:%d%%\"/>".formatted(column.share() * 100 / shares));
    }
    out.append("</colgroup><thead><tr>");
    for (TableColumn column : part.columns()) {
      out.append("<th>").append(text(column.heading())).append("</th>");
    }
    out.append("</tr></thead><tbody>\n");
    for (TableRow row : part.rows()) {
      if (row.heading()) {
        out.append("<tr class=\"section\"><td colspan=\"%d\">".formatted(part.columns().size()))
            .append(text(row.cells().get(0)))
            .append("</td>");
      } else {
        out.append("<tr>");
        row.cells().forEach(cell -> out.append("<td>").append(text(cell)).append("</td>"));
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table>\n");
  }
}
