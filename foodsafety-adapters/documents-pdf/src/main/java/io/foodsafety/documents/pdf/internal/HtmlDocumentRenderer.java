package io.foodsafety.documents.pdf.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.document.DocumentRenderer;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a document as one page, to be read on a screen and printed on A4. */
public final class HtmlDocumentRenderer implements DocumentRenderer {

  private static final String CSS = Resources.text("document.css") + Resources.text("screen.css");

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String mediaType() {
    return "text/html";
  }

  @Override
  public String fileExtension() {
    return "html";
  }

  @Override
  public void render(OfficialDocument document, Config config, OutputStream out)
      throws IOException {
    // A browser has fonts for everything that can be seen.
    String html = new DocumentHtml(document, new Printable(any -> true)).write(CSS);
    out.write(("<!DOCTYPE html>\n" + html).getBytes(UTF_8));
    out.flush();
  }
}
