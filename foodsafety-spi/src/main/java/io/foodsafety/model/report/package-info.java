/**
 * What a report says, without saying how it looks: start with {@link
 * io.foodsafety.model.report.Report}.
 *
 * <p>A report is a list of blocks: text, table, chart, map, and a block of businesses with their
 * grades and the reasons for them. Whoever builds a report writes its texts in the report's
 * language; a {@link io.foodsafety.spi.report.ReportRenderer} turns it into a page or a file. All
 * types are immutable and safe for use by many threads. Rows come from {@link
 * io.foodsafety.model.report.Rows}, so that a renderer need not hold them all; builders are not
 * safe for use by many threads.
 *
 * <pre>{@code
 * Legend legend = Legend.of(ColourClass.of("blue", "A", "#2166ac", Symbol.CIRCLE), …);
 * Report report = Report.builder("grades-2026", "Risk grades 2026", Locale.ENGLISH, now, zone)
 *     .block(BusinessBlock.builder("businesses", "Businesses", legend, scale)
 *         .divisions(districts)
 *         .segments(List.of(Label.of("catering", "Catering")))
 *         .businesses(Rows.of(rows))
 *         .build())
 *     .build();
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.report;

import org.jspecify.annotations.NullMarked;
