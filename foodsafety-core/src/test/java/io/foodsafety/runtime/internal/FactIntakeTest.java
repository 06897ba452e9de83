package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.access.AccessIssues;
import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.RecordIssues;
import io.foodsafety.runtime.internal.RecordIntake.Taken;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A fact of a call and its record are judged alike: the same bytes and index values, or the same
 * issues. Facts are drawn with many faults.
 */
class FactIntakeTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00.000120Z");
  private static final FactCatalogue CATALOGUE = FactCatalogue.standard();
  private static final int FACTS = 5_000;

  private final long seed = Long.getLong("foodsafety.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<FactKind> kinds = List.copyOf(CATALOGUE.kinds());
  private final RecordIntake intake =
      new RecordIntake(
          CATALOGUE,
          Clock.fixed(NOW, ZoneId.of("UTC")),
          ZoneId.of("Asia/Shanghai"),
          AttributeSealing.none());

  @Test
  void aFactAndItsRecordAreJudgedAlike() {
    int valid = 0;
    Set<String> codes = new TreeSet<>();
    for (int i = 0; i < FACTS; i++) {
      Fact fact = fact();
      Taken byCall = intake.take(fact);
      Taken byRecord = intake.take(RecordEncoder.encode(fact));
      String what = "fact %d of -Dfoodsafety.seed=%d: %s".formatted(i, seed, fact);
      if (byRecord instanceof Taken.Invalid refused) {
        assertThat(byCall).as(what).isEqualTo(refused);
        refused.issues().stream().map(Issue::code).forEach(codes::add);
      } else {
        assertThat(byCall).as(what).isInstanceOf(Taken.Valid.class);
        assertSame(((Taken.Valid) byCall).pending(), ((Taken.Valid) byRecord).pending(), what);
        valid++;
      }
    }
    assertThat(valid).isGreaterThan(FACTS / 100);
    assertThat(codes)
        .contains(
            AccessIssues.NO_KEYS.code(),
            RecordIssues.ENDS_BEFORE_IT_BEGINS.code(),
            RecordIssues.IN_THE_FUTURE.code(),
            RecordIssues.MALFORMED.code(),
            RecordIssues.MALFORMED_TEXT.code(),
            RecordIssues.MISSING_ATTRIBUTE.code(),
            RecordIssues.TEXT_TOO_LONG.code(),
            RecordIssues.TOO_MANY.code(),
            RecordIssues.UNKNOWN_ATTRIBUTE.code(),
            RecordIssues.UNKNOWN_KIND.code(),
            RecordIssues.WRONG_TYPE.code());
  }

  private static void assertSame(Pending byCall, Pending byRecord, String what) {
    assertThat(byCall.key()).as(what).isEqualTo(byRecord.key());
    assertThat(byCall.type()).as(what).isEqualTo(byRecord.type());
    Decision.Store ours = byCall.unseen().orElseThrow();
    Decision.Store theirs = byRecord.unseen().orElseThrow();
    assertThat(ours.body()).as(what).isEqualTo(theirs.body());
    assertThat(ours.index()).as(what).isEqualTo(theirs.index());
  }

  private Fact fact() {
    FactKind kind = kinds.get(random.nextInt(kinds.size()));
    boolean isUnknown = seldom(20);
    Fact.Builder fact =
        Fact.builder(id("F"), isUnknown ? "n" + kind.name() : kind.name(), ref(), moment());
    for (int i = seldom(50) ? 99 + random.nextInt(4) : random.nextInt(3); i > 0; i--) {
      fact.ref("role" + i, ref());
    }
    boolean isWhole = random.nextBoolean();
    for (AttributeDeclaration attribute : kind.attributes()) {
      if (random.nextInt(4) == 0 || (isWhole && attribute.required())) {
        fact.attribute(attribute.name(), seldom(10) ? any() : value(attribute));
      }
    }
    for (int i = seldom(20) ? random.nextInt(25) : 0; i > 0; i--) {
      fact.attribute("undeclared" + i, any());
    }
    if (seldom(20)) {
      fact.sealed(random.nextBoolean() ? "reporter" : "outcome");
    }
    if (seldom(3)) {
      fact.until(moment()).source(id("系统"));
    }
    if (seldom(5)) {
      fact.recordedAt(seldom(4) ? far() : NOW.plusSeconds(random.nextInt()));
    }
    return fact.build();
  }

  private boolean seldom(int bound) {
    return random.nextInt(bound) == 0;
  }

  private Instant far() {
    List<String> instants =
        List.of("+10000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0000-12-31T23:59:59Z");
    return seldom(3) ? Instant.MAX : Instant.parse(oneOf(instants));
  }

  private SubjectRef ref() {
    return SubjectRef.of(oneOf(List.of(SubjectType.values())), id("S"));
  }

  private Moment moment() {
    long seconds = NOW.getEpochSecond() - 400_000 + random.nextInt(seldom(10) ? 900_000 : 400_000);
    return random.nextBoolean()
        ? Moment.of(LocalDate.ofEpochDay(seconds / 86_400))
        : Moment.of(Instant.ofEpochSecond(seconds, random.nextInt(3) * 500L));
  }

  private AttributeValue value(AttributeDeclaration attribute) {
    return switch (attribute.type()) {
      case STRING -> AttributeValue.string(text());
      case DECIMAL -> AttributeValue.decimal(oneOf(List.of("0.0", "12.50", "1E+3", "-7")));
      case BOOLEAN -> AttributeValue.bool(random.nextBoolean());
      case DATE -> AttributeValue.date(LocalDate.ofEpochDay(random.nextInt(20_000)));
      case CODE -> AttributeValue.code(id("C"));
      case CODES -> AttributeValue.codes(Collections.nCopies(seldom(20) ? 1_001 : 2, id("C")));
    };
  }

  /** A value of any type; some can be read as one of another type. */
  private AttributeValue any() {
    return switch (random.nextInt(6)) {
      case 0 -> AttributeValue.string(oneOf(List.of("2024-05-02", "2024-02-30", "word", " ")));
      case 1 -> AttributeValue.code(oneOf(List.of("2024-05-02", "code")));
      case 2 -> AttributeValue.date(LocalDate.of(1, 1, 1));
      case 3 -> AttributeValue.codes(List.of());
      case 4 -> AttributeValue.bool(true);
      default -> AttributeValue.decimal(7);
    };
  }

  private String text() {
    return switch (random.nextInt(20)) {
      case 0 -> "x".repeat(9_998 + random.nextInt(5));
      case 1 -> "\uD83D\uDE00".repeat(5_001);
      case 2 -> "half \uD83D of a character";
      case 3 -> "a control character \u0007";
      default -> "牛肉面\n\"beef\" " + random.nextInt(5);
    };
  }

  private String id(String prefix) {
    return (seldom(4) ? "\uFF21\uD83D\uDE00" + prefix : prefix) + random.nextInt(1_000);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
