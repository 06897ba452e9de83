/** A plug-in written against the SPI alone, as a vendor would. */
module io.foodsafety.examples.newyork {
  requires de.siegmar.fastcsv;
  requires io.foodsafety.spi;
  requires static org.jspecify;

  exports io.foodsafety.examples.newyork;

  provides io.foodsafety.spi.FoodSafetyPlugin with
      io.foodsafety.examples.newyork.NewYorkPlugin;
}
