package io.foodsafety.runtime.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How far the recording of the grades of one policy has come.
 *
 * @param policy the id of the policy
 * @param position the position of the ledger up to which records were seen
 * @param day the day up to which grades were followed
 * @param rules the hash of the rules by which all grades were found, or {@link #MIXED}
 * @param version the version of the document that says so; 0 if there is none
 */
record GradeProgress(String policy, long position, LocalDate day, String rules, long version) {

  /** Some grades were found by other rules than the rest. */
  static final String MIXED = "mixed";

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
                            document.version())));
  }

  GradeProgress at(long newPosition) {
    return new GradeProgress(policy, newPosition, day, rules, version);
  }

  GradeProgress on(LocalDate newDay) {
    return new GradeProgress(policy, position, newDay, rules, version);
  }

  GradeProgress by(String newRules) {
    return new GradeProgress(policy, position, day, newRules, version);
  }

  /** The same once it is written. */
  GradeProgress written() {
    return new GradeProgress(policy, position, day, rules, version + 1);
  }

  /** The write, refused if anybody else has written since. */
  DocumentWrite write() {
    return DocumentWrite.replace(
        CitySchema.PROGRESS,
        id(policy),
        version,
        CanonicalJson.write(
            Map.of(
                "position", BigDecimal.valueOf(position), "day", day.toString(), "rules", rules)),
        Map.of());
  }
}
