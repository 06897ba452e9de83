package io.foodsafety.report;

import io.foodsafety.model.report.Report;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes reports with the renderers of the plug-ins. Safe for use by many threads. */
public interface ReportService {

  /** {@return the renderers, by name} */
  List<ReportRenderer> listRenderers();

  /**
   * The renderer of a name.
   *
   * @param name its name
   * @return the renderer, or nothing
   */
  Optional<ReportRenderer> findRenderer(String name);

  /**
   * Writes a report.
   *
   * @param report the report
   * @param renderer the name of the renderer, such as {@code html}
   * @param settings settings of the renderer, by name
   * @param out where to; stays open and is flushed
   * @throws IllegalArgumentException if there is no such renderer, a setting is wrong, or the
   *     report holds nothing that the renderer can write
   * @throws IOException if the stream cannot be written
   */
  void render(Report report, String renderer, Map<String, String> settings, OutputStream out)
      throws IOException;
}
