/**
 * The contract of report renderers as tests, and reports to try them on: start with {@link
 * io.foodsafety.testkit.report.ReportRendererContract}, which a renderer's test extends.
 *
 * <p>{@link io.foodsafety.testkit.report.SampleReport} makes the report of a city of any size from
 * a seed: the same seed gives the same report, and its rows are made while they are read.
 *
 * <pre>{@code
 * class AcmeRendererTest extends ReportRendererContract {
 *   @Override protected ReportRenderer renderer() {
 *     return new AcmeRenderer();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.testkit.report;

import org.jspecify.annotations.NullMarked;
