/**
 * The domain values and the extension points of FoodSafety: all that the author of a plug-in
 * compiles against.
 */
@org.jspecify.annotations.NullMarked
module io.foodsafety.spi {
  requires static transitive org.jspecify;

  exports io.foodsafety.model.actor;
  exports io.foodsafety.model.code;
  exports io.foodsafety.model.document;
  exports io.foodsafety.model.fact;
  exports io.foodsafety.model.geo;
  exports io.foodsafety.model.grade;
  exports io.foodsafety.model.issue;
  exports io.foodsafety.model.measure;
  exports io.foodsafety.model.product;
  exports io.foodsafety.model.report;
  exports io.foodsafety.model.subject;
  exports io.foodsafety.model.time;
  exports io.foodsafety.model.trace;
  exports io.foodsafety.spi;
  exports io.foodsafety.spi.config;
  exports io.foodsafety.spi.crypto;
  exports io.foodsafety.spi.document;
  exports io.foodsafety.spi.format;
  exports io.foodsafety.spi.messaging;
  exports io.foodsafety.spi.notification;
  exports io.foodsafety.spi.region;
  exports io.foodsafety.spi.report;
  exports io.foodsafety.spi.storage;
}
