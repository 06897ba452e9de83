/**
 * Reports as workbooks for spreadsheet programs: start with {@link
 * io.foodsafety.reporting.xlsx.XlsxReportPlugin}, which offers the renderer {@code xlsx}.
 *
 * <p>Every table of a report is a sheet, written row by row. Texts are text cells and never
 * formulas. The plug-in is safe for use by many threads.
 *
 * <pre>{@code
 * session.reports().render(report, "xlsx", Map.of("crs", "gcj02"), out);
 * }</pre>
 */
@NullMarked
package io.foodsafety.reporting.xlsx;

import org.jspecify.annotations.NullMarked;
