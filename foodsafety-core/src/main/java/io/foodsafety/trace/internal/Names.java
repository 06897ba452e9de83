package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.Dictionary;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The codes that events name, each under a number among those of its kind.
 *
 * @param events ids of events, also of those that so far only a void names
 * @param lots codes of lots
 * @param parties ids of parties
 * @param processes keys of processes
 * @param documents papers of movements
 * @param containers codes of containers
 * @param units codes of units
 */
record Names(
    Dictionary events,
    Dictionary lots,
    Dictionary parties,
    Dictionary processes,
    Dictionary documents,
    Dictionary containers,
    Dictionary units) {

  /** No codes. */
  Names() {
    this(
        new Dictionary("events"),
        new Dictionary("lots"),
        new Dictionary("parties"),
        new Dictionary("processes"),
        new Dictionary("documents"),
        new Dictionary("containers"),
        new Dictionary("units"));
  }

  /** The codes that were saved. */
  static Names open(ColumnReader reader) throws IOException {
    return new Names(
        new Dictionary(reader, "events"),
        new Dictionary(reader, "lots"),
        new Dictionary(reader, "parties"),
        new Dictionary(reader, "processes"),
        new Dictionary(reader, "documents"),
        new Dictionary(reader, "containers"),
        new Dictionary(reader, "units"));
  }

  void save(ColumnWriter writer) throws IOException {
    for (Dictionary each : all().toList()) {
      each.save(writer);
    }
  }

  private Stream<Dictionary> all() {
    return Stream.of(events, lots, parties, processes, documents, containers, units);
  }

  /** The text of a number that may be missing. */
  static Optional<String> find(Dictionary names, int id) {
    return id == Dictionary.NONE ? Optional.empty() : Optional.of(names.get(id));
  }
}
