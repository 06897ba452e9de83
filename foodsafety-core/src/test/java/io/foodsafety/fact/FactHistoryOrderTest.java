package io.foodsafety.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts is what {@link AsOf} sees, fact by fact, also where a day is skipped or doubled. */
class FactHistoryOrderTest {

  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Apia", "Asia/Shanghai", "America/New_York", "UTC"})
  void countsWhatIsSeenInOrder(String name) {
    ZoneId zone = ZoneId.of(name);
    for (int round = 0; round < 300; round++) {
      LocalDate around = LocalDate.parse(random.nextBoolean() ? "2011-12-30" : "2024-03-10");
      List<Fact> facts = new ArrayList<>();
      List<Withdrawal> withdrawals = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        facts.add(Fact.builder("F" + i, "event", SubjectRef.business("S1"), at(around)).build());
        if (random.nextInt(4) == 0) {
          withdrawals.add(Withdrawal.of("W" + i, "F" + i, at(around), "no"));
        }
      }
      FactHistory history = FactHistory.of(facts, withdrawals);
      for (int day = -4; day <= 4; day++) {
        check(history, facts, withdrawals, AsOf.date(around.plusDays(day)), zone);
      }
      for (Fact fact : facts) {
        check(history, facts, withdrawals, AsOf.fact(fact), zone);
      }
    }
  }

  private static void check(
      FactHistory history, List<Fact> facts, List<Withdrawal> withdrawals, AsOf asOf, ZoneId zone) {
    List<Fact> counting =
        facts.stream()
            .filter(fact -> asOf.sees(fact, zone))
            .filter(
                fact ->
                    withdrawals.stream()
                        .noneMatch(
                            each ->
                                each.target().equals(fact.id()) && asOf.reaches(each.at(), zone)))
            .sorted(AsOf.order(zone))
            .toList();
    assertThat(history.counting(asOf, zone)).as("%s in %s", asOf, zone).isEqualTo(counting);
  }

  private Moment at(LocalDate around) {
    LocalDate day = around.plusDays(random.nextInt(7) - 3);
    return random.nextBoolean()
        ? Moment.of(day)
        : Moment.of(Instant.parse(day + "T00:00:00Z").plusSeconds(1800L * random.nextInt(48)));
  }
}
