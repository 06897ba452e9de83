package io.foodsafety.reporting.html;

import io.foodsafety.reporting.html.internal.HtmlRenderer;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.report.ReportRenderer;
import java.util.List;

/** Offers the report renderer {@code html}. */
public final class HtmlReportPlugin implements FoodSafetyPlugin {

  /** The plug-in. */
  public HtmlReportPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("foodsafety-reporting-html", "0.1.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<ReportRenderer> reportRenderers() {
    return List.of(new HtmlRenderer());
  }
}
