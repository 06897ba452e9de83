/** Engines, services, plug-in loading, in-memory storage and in-process messaging. */
module io.foodsafety.core {
  requires transitive io.foodsafety.spi;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.google.common;
  requires org.hibernate.validator;
  requires org.slf4j;
  requires static org.jspecify;
}
