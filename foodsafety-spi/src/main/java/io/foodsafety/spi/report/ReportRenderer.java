package io.foodsafety.spi.report;

import io.foodsafety.model.report.Report;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A way of writing reports, chosen by name. Safe for use by many threads. */
public interface ReportRenderer {

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /** {@return what it writes, such as {@code text/html}} */
  String mediaType();

  /** {@return the usual ending of file names, without a dot, such as {@code html}} */
  String fileExtension();

  /** {@return the settings it reads} */
  default List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  /**
   * Writes a report. The same report with the same settings gives the same bytes, apart from a time
   * of writing where the format cannot do without. Whatever a text of the report says, it comes out
   * as that text: never as markup, a script or a formula. The stream stays open and is flushed.
   *
   * @param report the report
   * @param config the settings
   * @param out where to
   * @throws IllegalArgumentException if the report holds nothing that this renderer can write, or a
   *     row contradicts its block; part of the output may have been written then
   * @throws IOException if the stream cannot be written
   */
  void render(Report report, Config config, OutputStream out) throws IOException;
}
