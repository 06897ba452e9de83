/** A plug-in written against the SPI alone, as a vendor would. */
module io.foodsafety.examples.newyork {
  requires io.foodsafety.spi;
  requires static org.jspecify;
}
