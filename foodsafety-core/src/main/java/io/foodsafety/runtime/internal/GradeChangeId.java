package io.foodsafety.runtime.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.risk.GradeChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which ids the changes of one grade are facts: {@code grade:<hash>:<n>}, the same ones
 * whoever records them. The hash is that of policy and business, whose ids may be too long. After a
 * merge it says which of the changes are those of the id that leads. A number under which something
 * else is stored is passed over.
 */
final class GradeChangeId {

  private static final String SOURCE = "advance";
  private static final Pattern FORM = Pattern.compile("grade:([0-9a-f]{64}):([1-9][0-9]{0,8})");

  /** A number so far beyond the one before was not given here: numbers pass over few others. */
  private static final int FAR = 1000;

  private final String hash;

  GradeChangeId(String policy, String business) {
    this.hash = hash(policy, business);
  }

  /** A hash of policy and business. */
  static String hash(String policy, String business) {
    Map<String, String> parts = Map.of("policy", policy, "business", business);
    return Hashing.sha256().hashBytes(CanonicalJson.write(parts)).toString();
  }

  /** The id of the n-th change, from 1. */
  String fact(int count) {
    return "grade:%s:%d".formatted(hash, count);
  }

  /** Whether a change was recorded by a policy; anybody may record a fact that says one. */
  static boolean isOf(String policy, GradeChange change) {
    return change.policy().equals(policy)
        && new GradeChangeId(policy, change.subject()).count(change.fact()).isPresent();
  }

  /** Which change of this grade an id is, from 1; nothing if it is none. */
  private OptionalInt count(String fact) {
    Matcher matcher = FORM.matcher(fact);
    return matcher.matches() && matcher.group(1).equals(hash)
        ? OptionalInt.of(Integer.parseInt(matcher.group(2)))
        : OptionalInt.empty();
  }

  /** The highest number of a change; 0 if there is none. */
  int lastCount(Collection<Fact> facts) {
    return changes(facts).stream()
        .flatMapToInt(change -> count(change.fact()).stream())
        .max()
        .orElse(0);
  }

  /** The same change under the next number. */
  static GradeChange renumbered(GradeChange change) {
    GradeChangeId ids = new GradeChangeId(change.policy(), change.subject());
    return new GradeChange(
        ids.fact(ids.count(change.fact()).orElseThrow() + 1),
        change.subject(),
        change.policy(),
        change.policyVersion(),
        change.scale(),
        change.day(),
        change.from(),
        change.to(),
        change.direction(),
        change.score(),
        change.nextGrade());
  }

  /** The changes of this grade among facts, in the order of their numbers. */
  List<GradeChange> changes(Collection<Fact> facts) {
    Map<Integer, GradeChange> changes = new TreeMap<>(Comparator.naturalOrder());
    for (Fact fact : facts) {
      count(fact.id())
          .ifPresent(
              count -> GradeChange.find(fact).ifPresent(change -> changes.put(count, change)));
    }
    List<GradeChange> near = new ArrayList<>();
    int before = 0;
    for (Map.Entry<Integer, GradeChange> change : changes.entrySet()) {
      if (change.getKey() - before > FAR) {
        break;
      }
      near.add(change.getValue());
      before = change.getKey();
    }
    return near;
  }

  /** A change as a fact. */
  static Fact fact(GradeChange change) {
    Fact.Builder fact =
        Fact.builder(
                change.fact(),
                GradeChange.KIND,
                SubjectRef.business(change.subject()),
                Moment.of(change.day()))
            .attribute("policy", AttributeValue.code(change.policy()))
            .attribute("policyVersion", AttributeValue.string(change.policyVersion()))
            .attribute("scale", AttributeValue.code(change.scale()))
            .attribute("status", AttributeValue.code(change.to().status().code()))
            .source(SOURCE);
    change.to().grade().ifPresent(label -> fact.attribute("grade", AttributeValue.code(label)));
    change
        .from()
        .ifPresent(
            from -> {
              fact.attribute("previousStatus", AttributeValue.code(from.status().code()));
              from.grade()
                  .ifPresent(label -> fact.attribute("previousGrade", AttributeValue.code(label)));
            });
    change
        .direction()
        .ifPresent(way -> fact.attribute("direction", AttributeValue.code(way.code())));
    change
        .score()
        .map(BigDecimal::toPlainString)
        .ifPresent(score -> fact.attribute("score", AttributeValue.decimal(score)));
    change.nextGrade().ifPresent(label -> fact.attribute("nextGrade", AttributeValue.code(label)));
    return fact.build();
  }
}
