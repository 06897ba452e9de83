/** Engines, services, plug-in loading, in-memory storage and in-process messaging. */
module io.foodsafety.core {
  requires transitive io.foodsafety.spi;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.csv;
  requires com.google.common;
  requires jakarta.validation;
  requires java.net.http;
  requires org.hibernate.validator;
  requires org.slf4j;
  requires static org.jspecify;

  exports io.foodsafety.access;
  exports io.foodsafety.document;
  exports io.foodsafety.dossier;
  exports io.foodsafety.fact;
  exports io.foodsafety.form;
  exports io.foodsafety.ledger;
  exports io.foodsafety.match;
  exports io.foodsafety.message;
  exports io.foodsafety.notification;
  exports io.foodsafety.record;
  exports io.foodsafety.region;
  exports io.foodsafety.report;
  exports io.foodsafety.risk;
  exports io.foodsafety.rule;
  exports io.foodsafety.runtime;
  exports io.foodsafety.subject;
  exports io.foodsafety.text;
  exports io.foodsafety.trace;

  uses io.foodsafety.spi.FoodSafetyPlugin;

  opens io.foodsafety.record.internal to
      org.hibernate.validator;
}
