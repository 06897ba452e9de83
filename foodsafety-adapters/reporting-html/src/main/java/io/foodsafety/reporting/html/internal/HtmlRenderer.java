package io.foodsafety.reporting.html.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.Report;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Writes a report as one page that needs nothing else. What belongs to a single business is written
 * while the businesses are read; only the columns of the list are held in memory.
 */
public final class HtmlRenderer implements ReportRenderer {

  /** A renderer. */
  public HtmlRenderer() {}

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
  public void render(Report report, Config config, OutputStream out) throws IOException {
    Optional<BusinessBlock> businesses = businesses(report);
    PageAssets assets = PageAssets.get();
    UiTexts texts = UiTexts.in(report.locale());
    write(out, head(report, assets));
    write(out, assets.body(texts));
    BusinessColumns columns = new BusinessColumns();
    if (businesses.isPresent()) {
      columns.read(businesses.get(), new DetailChunks(out));
    }
    try (Packed data = new Packed(out, "data")) {
      new PageData(report, texts, columns).write(data);
    }
    write(out, "<script>");
    out.write(assets.script());
    write(out, "</script>\n</body>\n</html>\n");
    out.flush();
  }

  private static Optional<BusinessBlock> businesses(Report report) {
    List<Block> found = report.blocks().stream().filter(BusinessBlock.class::isInstance).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "The report (%s) has %d blocks of businesses, and a page shows one."
              .formatted(report.id(), found.size()));
    }
    return found.stream().map(BusinessBlock.class::cast).findFirst();
  }

  private static String head(Report report, PageAssets assets) {
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        """
        .formatted(
            Html.escape(report.locale().toLanguageTag()),
            assets.policy(),
            Html.escape(report.title()),
            assets.style());
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
