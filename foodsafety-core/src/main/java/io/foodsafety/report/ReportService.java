package io.foodsafety.report;

import io.foodsafety.model.report.Report;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes reports with the renderers of the plug-ins. Safe for use by many threads. */
public interface ReportService {

  /**
   * The report on the risk of all registered businesses: the grade of each, why it has it, what its
   * grade was on the same day of the years before, by what is known today, and what is due, by
   * division and segment; a division or segment that the region does not name is there by its code.
   * The businesses are graded as the rows are gone through, so that a renderer can stream them.
   *
   * @param policy the id of a policy of the city
   * @param asOf the day as of which businesses are graded
   * @param locale the language of the report: Chinese for any {@code zh}, else English
   * @return the report
   * @throws java.util.NoSuchElementException if there is no such policy
   */
  Report risk(String policy, LocalDate asOf, Locale locale);

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
