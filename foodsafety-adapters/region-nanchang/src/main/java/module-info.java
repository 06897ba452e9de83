/** The region pack {@code nanchang}: data, and the class that offers it. */
module io.foodsafety.region.nanchang {
  requires io.foodsafety.spi;
  requires static org.jspecify;

  exports io.foodsafety.region.nanchang;

  provides io.foodsafety.spi.FoodSafetyPlugin with
      io.foodsafety.region.nanchang.NanchangRegionPlugin;
}
