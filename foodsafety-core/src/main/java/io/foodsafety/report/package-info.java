/**
 * Reports written as pages and files: start with {@link io.foodsafety.report.ReportService}.
 *
 * <p>What a report says is a {@link io.foodsafety.model.report.Report}; how it is written is chosen
 * by the name of a renderer: {@code csv}, {@code json} and {@code geojson} are in the box, others
 * come with plug-ins. The service is safe for use by many threads.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *   session.reports().render(report, "geojson", Map.of("crs", "gcj02"), out);
 * }
 * }</pre>
 *
 * <p>{@link io.foodsafety.report.GradeExplanation} puts the grade of one business into words, for
 * the business itself.
 */
@NullMarked
package io.foodsafety.report;

import org.jspecify.annotations.NullMarked;
