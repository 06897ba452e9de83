package io.foodsafety.runtime.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How far the recorded grade of a business was followed, and when it is to be looked at next
 * although nothing new was recorded, as a document.
 *
 * @param policy the id of the policy
 * @param business the id of the business, which leads
 * @param due the first day on which the grade may be another one
 * @param followed the day up to which its grade was followed
 * @param seen the position of the ledger up to which all was known when it was followed
 * @param rules the hash of the rules by which that was found, or {@link #UNREAD}
 */
record StoredGradeDay(
    String policy, String business, LocalDate due, LocalDate followed, long seen, String rules) {

  /** A record of the business could not be read when it was tried last. */
  static final String UNREAD = "unread";

  /** Parts policy and day in the index. */
  private static final char BEFORE_DAY = '/';

  /** The id of the document. */
  static String id(String policy, String business) {
    return GradeChangeId.hash(policy, business);
  }

  /** Those of a policy that are due on a day or earlier, by day; and perhaps others. */
  static Query dueOn(String policy, LocalDate day) {
    return all(policy).range(CitySchema.DUE, policy + BEFORE_DAY, due(policy, day.plusDays(1)));
  }

  /** Those of a policy, by day; and perhaps others. */
  static Query all(String policy) {
    return Query.of(CitySchema.GRADE_DAYS)
        .range(CitySchema.DUE, policy + BEFORE_DAY, policy + (char) (BEFORE_DAY + 1))
        .orderBy(CitySchema.DUE);
  }

  static StoredGradeDay read(Document document) {
    return StoredFields.read(
        CitySchema.GRADE_DAYS,
        document,
        fields ->
            new StoredGradeDay(
                fields.text("policy"),
                fields.text("business"),
                LocalDate.parse(fields.text("due")),
                LocalDate.parse(fields.text("followed")),
                fields.position("seen"),
                fields.text("rules")));
  }

  /** The write in the place of what is stored at a version. */
  DocumentWrite write(long version) {
    Map<String, Object> body =
        Map.of(
            "policy",
            policy,
            "business",
            business,
            "due",
            due.toString(),
            "followed",
            followed.toString(),
            "seen",
            BigDecimal.valueOf(seen),
            "rules",
            rules);
    return DocumentWrite.replace(
        CitySchema.GRADE_DAYS, id(policy, business), version, CanonicalJson.write(body), index());
  }

  Map<String, List<String>> index() {
    return Map.of(CitySchema.DUE, List.of(due(policy, due)));
  }

  private static String due(String policy, LocalDate day) {
    return policy + BEFORE_DAY + day;
  }
}
