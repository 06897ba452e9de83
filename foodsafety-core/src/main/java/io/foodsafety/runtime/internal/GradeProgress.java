package io.foodsafety.runtime.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the recording of the grades of one policy has come.
 *
 * @param policy the id of the policy
 * @param position the position of the ledger up to which records were seen
 * @param day the day up to which grades were followed
 * @param rules the hash of the rules by which all grades were found, or {@link #MIXED}
 * @param unread damaged records up to that position, of which it is not known whose they are
 * @param version the version of the document that says so; 0 if there is none
 */
record GradeProgress(
    String policy,
    long position,
    LocalDate day,
    String rules,
    List<DocumentKey> unread,
    long version) {

  /** Some grades were found by other rules than the rest. */
  static final String MIXED = "mixed";

  /** More than these, and it is not a record that is damaged but the storage. */
  private static final int MAX_UNREAD = 1_000;

  GradeProgress {
    unread =
        unread.stream()
            .distinct()
            .sorted(Comparator.comparing(DocumentKey::collection).thenComparing(DocumentKey::id))
            .toList();
    if (unread.size() > MAX_UNREAD) {
      throw new StorageException(
          "More than %d stored documents that grades depend on are damaged; ledger verify says more."
              .formatted(MAX_UNREAD));
    }
  }

  /** The begin, on a day. */
  static GradeProgress begin(String policy, LocalDate day, String rules) {
    return new GradeProgress(policy, 0, day, rules, List.of(), 0);
  }

  private static String id(String policy) {
    return "grades/" + policy;
  }

  static Optional<GradeProgress> read(ReadView view, String policy) {
    return view.get(CitySchema.PROGRESS, id(policy))
        .map(
            document ->
                StoredFields.read(
                    CitySchema.PROGRESS,
                    document,
                    fields ->
                        new GradeProgress(
                            policy,
                            fields.position("position"),
                            LocalDate.parse(fields.text("day")),
                            fields.text("rules"),
                            fields.list("unread").stream()
                                .map(
                                    each ->
                                        new DocumentKey(each.text("collection"), each.text("id")))
                                .toList(),
                            document.version())));
  }

  GradeProgress at(long newPosition, Collection<DocumentKey> newUnread) {
    return new GradeProgress(policy, newPosition, day, rules, List.copyOf(newUnread), version);
  }

  GradeProgress on(LocalDate newDay) {
    return new GradeProgress(policy, position, newDay, rules, unread, version);
  }

  GradeProgress by(String newRules) {
    return new GradeProgress(policy, position, day, newRules, unread, version);
  }

  /** The same once it is written. */
  GradeProgress written() {
    return new GradeProgress(policy, position, day, rules, unread, version + 1);
  }

  /** The write, refused if anybody else has written since. */
  DocumentWrite write() {
    return DocumentWrite.replace(
        CitySchema.PROGRESS,
        id(policy),
        version,
        CanonicalJson.write(
            Map.of(
                "position",
                BigDecimal.valueOf(position),
                "day",
                day.toString(),
                "rules",
                rules,
                "unread",
                unread.stream()
                    .map(each -> Map.of("collection", each.collection(), "id", each.id()))
                    .toList())),
        Map.of());
  }
}
