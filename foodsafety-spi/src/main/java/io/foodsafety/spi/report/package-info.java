/**
 * Reports to bytes: start with {@link io.foodsafety.spi.report.ReportRenderer}.
 *
 * <p>A renderer reads a {@link io.foodsafety.model.report.Report} and writes a page or a file. It
 * is safe for use by many threads; one call works in one thread. It goes through rows as often as
 * it has to and should not hold more of them than its format needs. It gives equal reports equal
 * bytes, and lets no text act as markup, script or formula.
 *
 * <pre>{@code
 * public void render(Report report, Config config, OutputStream out) throws IOException {
 *   for (TableBlock table : ReportTables.of(report, CoordinateSystem.WGS84)) {
 *     try (Stream<List<Cell>> rows = table.rows().stream()) { … }
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.report;

import org.jspecify.annotations.NullMarked;
