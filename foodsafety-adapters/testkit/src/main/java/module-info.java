/** Contract kit, seeded generators and fault injectors for the authors of plug-ins. */
module io.foodsafety.testkit {
  requires transitive io.foodsafety.spi;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.foodsafety.testkit.crypto;
  exports io.foodsafety.testkit.document;
  exports io.foodsafety.testkit.fault;
  exports io.foodsafety.testkit.measure;
  exports io.foodsafety.testkit.messaging;
  exports io.foodsafety.testkit.notification;
  exports io.foodsafety.testkit.report;
  exports io.foodsafety.testkit.storage;
}
