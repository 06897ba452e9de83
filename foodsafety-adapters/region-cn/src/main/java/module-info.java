/** The region pack {@code cn}: data, and the class that offers it. */
module io.foodsafety.region.cn {
  requires io.foodsafety.spi;
  requires static org.jspecify;

  exports io.foodsafety.region.cn;

  provides io.foodsafety.spi.FoodSafetyPlugin with
      io.foodsafety.region.cn.ChinaRegionPlugin;
}
