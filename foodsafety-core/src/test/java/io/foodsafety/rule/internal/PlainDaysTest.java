package io.foodsafety.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlainDaysTest {

  private static LocalDate since(String zone) {
    return PlainDays.since(ZoneId.of(zone));
  }

  @Test
  void daysAreAlwaysPlainWithoutChangesOfTheClockOverMidnight() {
    assertThat(since("UTC")).isEqualTo(LocalDate.MIN);
    assertThat(since("+08:00")).isEqualTo(LocalDate.MIN);
  }

  @Test
  void clocksWereOnceSetBackOverMidnight() {
    assertThat(since("Asia/Shanghai")).isBetween("1949-01-01", "1949-12-31");
  }

  @Test
  void clocksAreSetBackOverMidnightEveryYear() {
    assertThat(since("Asia/Beirut")).isEqualTo(LocalDate.MAX);
  }

  @Test
  void anIslandLeftOutADay() {
    assertThat(since("Pacific/Apia")).isBetween("2011-12-31", "2012-01-02");
  }
}
