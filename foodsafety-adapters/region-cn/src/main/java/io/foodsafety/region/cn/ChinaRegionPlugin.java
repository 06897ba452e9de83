package io.foodsafety.region.cn;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.region.RegionPack;
import java.util.List;

/** Offers the region pack {@code cn}. */
public final class ChinaRegionPlugin implements FoodSafetyPlugin {

  /** The plug-in, as {@link java.util.ServiceLoader} makes it. */
  public ChinaRegionPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("foodsafety-region-cn", "0.1.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<RegionPack> regionPacks() {
    return List.of(RegionPack.of("cn", ChinaRegionPlugin.class));
  }
}
