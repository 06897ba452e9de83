package io.foodsafety.examples.newyork;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.format.RecordFormat;
import java.util.List;

/** Offers the format {@code nyc-inspections}. */
public final class NewYorkPlugin implements FoodSafetyPlugin {

  /** The plug-in; found by its entry in {@code META-INF/services}. */
  public NewYorkPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("example-newyork", "0.1.0", SpiVersion.current());
  }

  @Override
  public List<RecordFormat> recordFormats() {
    return List.of(new NewYorkInspections());
  }
}
