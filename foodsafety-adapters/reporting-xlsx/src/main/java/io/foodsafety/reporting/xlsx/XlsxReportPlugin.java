package io.foodsafety.reporting.xlsx;

import io.foodsafety.reporting.xlsx.internal.XlsxRenderer;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.report.ReportRenderer;
import java.util.List;

/** Offers the report renderer {@code xlsx}. */
public final class XlsxReportPlugin implements FoodSafetyPlugin {

  /** The plug-in. */
  public XlsxReportPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("foodsafety-reporting-xlsx", "0.1.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<ReportRenderer> reportRenderers() {
    return List.of(new XlsxRenderer());
  }
}
