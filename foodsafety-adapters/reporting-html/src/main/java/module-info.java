/** Reports as one page of HTML with maps and charts. */
module io.foodsafety.reporting.html {
  requires com.fasterxml.jackson.core;
  requires io.foodsafety.spi;
  requires static org.jspecify;

  exports io.foodsafety.reporting.html;

  provides io.foodsafety.spi.FoodSafetyPlugin with
      io.foodsafety.reporting.html.HtmlReportPlugin;
}
