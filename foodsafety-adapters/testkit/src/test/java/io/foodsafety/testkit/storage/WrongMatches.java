package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.WrongStorages.transactions;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Storages that take other texts for equal than they should, or other documents for found. */
final class WrongMatches {

  private static final int COLUMN = 255;

  private WrongMatches() {}

  private static Storage equalities(
      StorageSchema schema, BiPredicate<List<String>, String> matches) {
    return WrongAnswers.matching(
        schema,
        (query, write) ->
            query.equalities().entrySet().stream()
                .allMatch(each -> matches.test(write.values(each.getKey()), each.getValue())));
  }

  /** As a database does that keeps values in another form than they were given in. */
  private static Storage storingValuesAs(StorageSchema schema, UnaryOperator<String> form) {
    return equalities(
        schema, (values, wanted) -> values.stream().map(form).anyMatch(form.apply(wanted)::equals));
  }

  static Storage ignoresCase(StorageSchema schema) {
    return equalities(
        schema, (values, wanted) -> values.stream().anyMatch(wanted::equalsIgnoreCase));
  }

  static Storage trimsBlanks(StorageSchema schema) {
    return storingValuesAs(schema, String::strip);
  }

  /** Keeps as much of a value as its column takes, and looks for the whole value. */
  static Storage cutsValues(StorageSchema schema) {
    return equalities(
        schema,
        (values, wanted) ->
            values.stream()
                .map(each -> each.substring(0, Math.min(COLUMN, each.length())))
                .anyMatch(wanted::equals));
  }

  static Storage takesNoValueForAnEmptyOne(StorageSchema schema) {
    return equalities(
        schema,
        (values, wanted) -> values.contains(wanted) || (values.isEmpty() && wanted.isEmpty()));
  }

  static Storage isContentWithOneEquality(StorageSchema schema) {
    return WrongAnswers.matching(
        schema,
        (query, write) -> {
          Map<String, String> wanted = query.equalities();
          return wanted.isEmpty()
              || wanted.entrySet().stream()
                  .anyMatch(each -> write.values(each.getKey()).contains(each.getValue()));
        });
  }

  static Storage includesTheEnd(StorageSchema schema) {
    return WrongAnswers.matching(
        schema, (query, write) -> query.range().map(range -> isWithin(range, write)).orElse(true));
  }

  private static boolean isWithin(Query.Range range, DocumentWrite write) {
    return write.values(range.attribute()).stream()
        .anyMatch(
            value ->
                range.from().map(from -> value.compareTo(from) >= 0).orElse(true)
                    && range.to().map(to -> value.compareTo(to) <= 0).orElse(true));
  }

  static Storage storesNul(StorageSchema schema) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              public void putAll(List<DocumentWrite> writes) {
                writes.forEach(copy::put);
              }
            });
  }
}
