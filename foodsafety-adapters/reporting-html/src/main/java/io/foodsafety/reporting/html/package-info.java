/**
 * Reports as one self-contained page of HTML: start with {@link
 * io.foodsafety.reporting.html.HtmlReportPlugin}, which offers the renderer {@code html}.
 *
 * <p>The page needs no network. It draws maps with Leaflet and charts with ECharts, both of which
 * it carries with it; its data are packed, and its content security policy allows no script but its
 * own. The plug-in is safe for use by many threads.
 *
 * <pre>{@code
 * session.reports().render(report, "html", Map.of(), out);
 * }</pre>
 */
@NullMarked
package io.foodsafety.reporting.html;

import org.jspecify.annotations.NullMarked;
