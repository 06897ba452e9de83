package io.foodsafety.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.Licence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows at their edges: leap days, ends of months, quarters and years, ISO weeks, zones. */
class InterpreterWindowTest {

  private static final RuleFixture RULES = RuleFixture.inShanghai();

  /** A fact for each day; the window cites those that it holds. */
  @ParameterizedTest(name = "as of {0}, {1} of {2} = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # all up to the day of assessment
          2024-05-31 | {'rolling':'P1D'}   | 2024-05-30 2024-05-31 2024-06-01            | 2024-05-31
          2024-05-31 | {'rolling':'P7D'}   | 2024-05-24 2024-05-25 2024-05-31            | 2024-05-25 2024-05-31
          2025-03-01 | {'rolling':'P1Y'}   | 2024-03-01 2024-03-02                       | 2024-03-02
          2024-02-29 | {'rolling':'P1Y'}   | 2023-02-28 2023-03-01                       | 2023-03-01
          2025-02-28 | {'rolling':'P1Y'}   | 2024-02-28 2024-02-29                       | 2024-02-29
          2024-02-28 | {'rolling':'P1Y'}   | 2023-02-28 2023-03-01                       | 2023-03-01
          2024-02-29 | {'rolling':'P4Y'}   | 2020-02-29 2020-03-01                       | 2020-03-01
          2024-03-31 | {'rolling':'P1M'}   | 2024-02-29 2024-03-01                       | 2024-03-01
          2023-03-30 | {'rolling':'P1M'}   | 2023-02-28 2023-03-01                       | 2023-03-01
          2024-12-31 | {'rolling':'P1Y'}   | 2023-12-31 2024-01-01 2025-01-01            | 2024-01-01
          2024-05-31 | {'rolling':'P2Y'}   |                                             |
          # the calendar
          2024-12-31 | {'calendar':'year'} | 2023-12-31 2024-01-01 2024-12-31 2025-01-01 | 2024-01-01 2024-12-31
          2024-01-01 | {'calendar':'year'} | 2023-12-31 2024-01-01                       | 2024-01-01
          2025-01-01 | {'calendar':'year','offset':-1} | 2023-12-31 2024-01-01 2024-12-31 2025-01-01 | 2024-01-01 2024-12-31
          2024-02-29 | {'calendar':'year','offset':-4} | 2019-12-31 2020-02-29 2020-12-31 2021-01-01 | 2020-02-29 2020-12-31
          2024-06-30 | {'calendar':'quarter'} | 2024-03-31 2024-04-01 2024-06-30         | 2024-04-01 2024-06-30
          2024-01-15 | {'calendar':'quarter','offset':-1} | 2023-09-30 2023-10-01 2023-12-31 2024-01-01 | 2023-10-01 2023-12-31
          2024-12-31 | {'calendar':'quarter','offset':-4} | 2023-09-30 2023-10-01 2023-12-31 2024-01-01 | 2023-10-01 2023-12-31
          2024-02-29 | {'calendar':'month'} | 2024-01-31 2024-02-01 2024-02-29           | 2024-02-01 2024-02-29
          2024-03-31 | {'calendar':'month','offset':-1} | 2024-01-31 2024-02-01 2024-02-29 2024-03-01 | 2024-02-01 2024-02-29
          2024-03-31 | {'calendar':'month','offset':-13} | 2023-01-31 2023-02-28 2023-03-01 | 2023-02-28
          2024-12-31 | {'calendar':'week'} | 2024-12-29 2024-12-30 2024-12-31 2025-01-01 | 2024-12-30 2024-12-31
          2025-01-05 | {'calendar':'week'} | 2024-12-29 2024-12-30 2025-01-05            | 2024-12-30 2025-01-05
          2025-01-06 | {'calendar':'week'} | 2025-01-05 2025-01-06                       | 2025-01-06
          2025-01-05 | {'calendar':'week','offset':-1} | 2024-12-22 2024-12-23 2024-12-29 2024-12-30 | 2024-12-23 2024-12-29
          2021-01-03 | {'calendar':'week'} | 2020-12-27 2020-12-28 2021-01-03            | 2020-12-28 2021-01-03
          # periods from an anchor; 29 February comes back in leap years
          2020-02-29 | {'anchored':{'date':'2020-02-29'},'every':'P1Y'} | 2020-02-28 2020-02-29 | 2020-02-29
          2021-02-27 | {'anchored':{'date':'2020-02-29'},'every':'P1Y'} | 2020-02-28 2020-02-29 2021-02-27 | 2020-02-29 2021-02-27
          2021-02-28 | {'anchored':{'date':'2020-02-29'},'every':'P1Y'} | 2021-02-27 2021-02-28 | 2021-02-28
          2024-02-28 | {'anchored':{'date':'2020-02-29'},'every':'P1Y'} | 2023-02-27 2023-02-28 2024-02-28 | 2023-02-28 2024-02-28
          2024-02-29 | {'anchored':{'date':'2020-02-29'},'every':'P1Y'} | 2024-02-28 2024-02-29 | 2024-02-29
          2025-02-27 | {'anchored':{'date':'2020-02-29'},'every':'P1Y'} | 2024-02-28 2024-02-29 2025-02-27 | 2024-02-29 2025-02-27
          2021-02-28 | {'anchored':{'date':'2020-02-29'},'every':'P1Y','offset':-1} | 2020-02-28 2020-02-29 2021-02-27 2021-02-28 | 2020-02-29 2021-02-27
          2024-03-30 | {'anchored':{'date':'2024-01-31'},'every':'P1M'} | 2024-02-28 2024-02-29 2024-03-30 | 2024-02-29 2024-03-30
          2024-03-31 | {'anchored':{'date':'2024-01-31'},'every':'P1M'} | 2024-03-30 2024-03-31 | 2024-03-31
          2024-12-31 | {'anchored':{'date':'2023-11-30'},'every':'P3M'} | 2024-11-29 2024-11-30 | 2024-11-30
          2024-05-29 | {'anchored':{'date':'2023-11-30'},'every':'P3M'} | 2024-02-28 2024-02-29 2024-05-29 | 2024-02-29 2024-05-29
          2024-01-20 | {'anchored':{'date':'2024-01-01'},'every':'P10D'} | 2024-01-10 2024-01-11 2024-01-20 | 2024-01-11 2024-01-20
          2024-01-21 | {'anchored':{'date':'2024-01-01'},'every':'P10D'} | 2024-01-20 2024-01-21 | 2024-01-21
          9999-12-31 | {'anchored':{'date':'0001-01-31'},'every':'P1M'} | 9999-12-30 9999-12-31 | 9999-12-31
          # from a date on
          2024-05-31 | {'since':{'date':'2024-05-30'}} | 2024-05-29 2024-05-30 2024-05-31 2024-06-01 | 2024-05-30 2024-05-31
          2024-05-31 | {'since':{'date':'2024-06-01'}} | 2024-05-31 2024-06-01       |
          2024-05-31 | {'since':{'datePlus':{'date':{'asOf':true},'period':'-P3M'}}} | 2024-02-28 2024-02-29 | 2024-02-29
          """)
  void holds(String asOf, String window, String days, String inside) {
    RuleFixture.Outcome outcome = RULES.on(asOf, count(window), facts(days));
    assertThat(outcome.cited()).isEqualTo(inside == null ? "" : inside);
    assertThat(outcome.text()).isEqualTo(String.valueOf(outcome.evidence().size()));
  }

  private static String count(String window) {
    return "{'count':{'kind':'event','window':%s}}".formatted(window);
  }

  private static String facts(String days) {
    return days == null
        ? ""
        : Arrays.stream(days.split(" "))
            .map(day -> day + " " + day)
            .collect(Collectors.joining(";"));
  }

  @ParameterizedTest(name = "as of {0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the first date is the anchor
          2020-02-28 | {'anchored':{'date':'2020-02-29'},'every':'P1Y'}             | ? 0107 2020-02-29 2020-02-28
          2021-02-27 | {'anchored':{'date':'2020-02-29'},'every':'P1Y','offset':-1} | ? 0107 2020-02-29 2021-02-27
          2021-02-28 | {'anchored':{'date':'2020-02-29'},'every':'P1Y','offset':-2} | ? 0107 2020-02-29 2021-02-28
          2024-05-31 | {'anchored':{'subject':'day'},'every':'P1Y'}                 | ? 0101 day 2024-05-31
          2024-05-31 | {'since':{'subject':'day'}}                                  | ? 0101 day 2024-05-31
          """)
  void isUnknownWithoutAPeriod(String asOf, String window, String expected) {
    assertThat(RULES.on(asOf, count(window), "A 2020-02-28").text()).isEqualTo(expected);
  }

  /** A day is that of the policy's zone, whatever the offset that was written. */
  @ParameterizedTest(name = "in {0} as of {1}, {2} of {3} = {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Asia/Shanghai    | 2024-01-01 | {'calendar':'year'} | A 2023-12-31T16:30:00Z; B 2023-12-31T15:59:59Z | A
          Asia/Shanghai    | 2023-12-31 | {'calendar':'year'} | A 2023-12-31T16:30:00Z; B 2023-12-31T15:59:59Z | B
          UTC              | 2023-12-31 | {'calendar':'year'} | A 2023-12-31T16:30:00Z; B 2023-12-31T15:59:59Z | B A
          UTC              | 2023-12-31 | {'calendar':'year'} | A 2024-01-01T07:59:00+08:00; B 2024-01-01T08:00:00+08:00 | A
          # the 23 hours of 10 March and the 25 of 3 November 2024
          America/New_York | 2024-03-10 | {'rolling':'P1D'}   | A 2024-03-10T04:59:59Z; B 2024-03-10T05:00:00Z; C 2024-03-11T03:59:59Z; D 2024-03-11T04:00:00Z | B C
          America/New_York | 2024-11-03 | {'rolling':'P1D'}   | A 2024-11-03T03:59:59Z; B 2024-11-03T04:00:00Z; C 2024-11-04T04:59:59Z; D 2024-11-04T05:00:00Z | B C
          # a day that begins at one o'clock
          America/Sao_Paulo | 2018-11-04 | {'rolling':'P1D'}  | A 2018-11-04T02:59:59Z; B 2018-11-04T03:00:00Z; C 2018-11-04; D 2018-11-05T01:59:59Z | B C D
          Pacific/Kiritimati | 2024-01-01 | {'rolling':'P1D'} | A 2023-12-31T09:59:59Z; B 2023-12-31T10:00:00Z | B
          """)
  void readsDaysInTheZone(String zone, String asOf, String window, String facts, String inside) {
    assertThat(RULES.in(zone).on(asOf, count(window), facts).cited()).isEqualTo(inside);
  }

  @ParameterizedTest(name = "days since {1} in {0} = {2}")
  @CsvSource({
    "Asia/Shanghai, 2024-03-01, 30",
    "Asia/Shanghai, 2024-03-31, 0",
    "Asia/Shanghai, 2024-03-30T16:00:00Z, 0",
    "Asia/Shanghai, 2024-03-30T15:59:59Z, 1",
    "Europe/London, 2024-03-30T23:59:59Z, 1",
    "Europe/London, 2024-03-31T22:59:59Z, 0"
  })
  void countsDaysNotHours(String zone, String at, String expected) {
    assertThat(RULES.in(zone).on("2024-03-31", "{'daysSince':{'kind':'event'}}", "A " + at).text())
        .isEqualTo(expected);
  }

  /** The date of an end is included, its instant is not. */
  @ParameterizedTest(name = "{0} {1} in force as of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-05-01           | until=2024-05-31                | 2024-05-31 | true
          2024-05-01           | until=2024-05-31                | 2024-06-01 | false
          2024-05-01           | until=2024-05-31                | 2024-04-30 | false
          2024-05-01           | until=2024-05-01                | 2024-05-01 | true
          2024-05-01           | source=x                        | 2034-05-01 | true
          # at the end of the day of assessment it is over
          2024-05-01           | until=2024-05-31T12:00:00+08:00 | 2024-05-31 | false
          2024-05-01           | until=2024-06-01T00:00:00+08:00 | 2024-05-31 | false
          2024-05-01           | until=2024-06-01T00:00:01+08:00 | 2024-05-31 | true
          2024-05-01T23:59:59Z | until=2024-05-02T10:00:00Z      | 2024-05-01 | false
          """)
  void knowsWhatIsInForce(String at, String until, String asOf, boolean expected) {
    String count = count("{'inForce':true}");
    assertThat(RULES.on(asOf, count, "A %s %s".formatted(at, until)).cited())
        .isEqualTo(expected ? "A" : "");
  }

  @ParameterizedTest(name = "until {0} in force as of a fact at {1}: {2}")
  @CsvSource({
    "2024-05-31, 2024-05-31T23:59:59+08:00, true",
    "2024-05-31, 2024-06-01T00:00:00+08:00, false",
    "2024-05-31, 2024-05-31, true",
    "2024-05-31, 2024-06-01, false",
    "2024-05-31T12:00:00Z, 2024-05-31T11:59:59Z, true",
    "2024-05-31T12:00:00Z, 2024-05-31T12:00:00Z, false",
    "2024-05-31T12:00:00Z, 2024-05-31, true"
  })
  void knowsWhatIsInForceAsOfAFact(String until, String at, boolean expected) {
    String facts = "A 2024-05-01 until=%s kind=other; Z %s".formatted(until, at);
    String count = "{'count':{'kind':'other','window':{'inForce':true}}}";
    assertThat(RULES.asOfFact("Z", count, facts).cited()).isEqualTo(expected ? "A" : "");
  }

  @Test
  void readsAttributesOfTheSubjectAsOfTheDay() {
    RuleFixture rules =
        RULES.with(
            RULES.subject().toBuilder()
                .attribute("num", AttributeValue.decimal(1), LocalDate.parse("2024-02-29"))
                .attribute("num", AttributeValue.decimal(2), LocalDate.parse("2024-05-31"))
                .build());
    String num = "{'subject':'num'}";
    assertThat(rules.on("2024-02-28", num, "").text()).isEqualTo("? 0101 num 2024-02-28");
    assertThat(rules.on("2024-02-29", num, "").text()).isEqualTo("1");
    assertThat(rules.on("2024-05-30", num, "").text()).isEqualTo("1");
    assertThat(rules.on("2024-05-31", num, "").text()).isEqualTo("2");
    assertThat(rules.asOfFact("A", num, "A 2024-05-30T16:00:00Z").text()).isEqualTo("2");
    assertThat(rules.asOfFact("A", num, "A 2024-05-30T15:59:59Z").text()).isEqualTo("1");
  }

  @ParameterizedTest(name = "as of {0}: issued {1}, valid to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019-12-31 | ? 0101 $licenceIssuedOn 2019-12-31 | ? 0101 $licenceValidTo 2019-12-31
          2020-02-29 | 2020-02-20                         | 2025-02-28
          2024-06-30 | 2024-06-30                         | 2029-06-29
          2025-03-01 | 2024-06-30                         | 2029-06-29
          2030-01-01 | ? 0101 $licenceIssuedOn 2030-01-01 | ? 0101 $licenceValidTo 2030-01-01
          """)
  void readsLicencesValidOnTheDay(String asOf, String issuedOn, String validTo) {
    RuleFixture rules =
        RULES
            .with(
                Licence.of("L1")
                    .issuedOn(LocalDate.parse("2020-02-20"))
                    .validFrom(LocalDate.parse("2020-02-29"))
                    .validTo(LocalDate.parse("2025-02-28")))
            .with(
                Licence.of("L2")
                    .validFrom(LocalDate.parse("2024-06-30"))
                    .validTo(LocalDate.parse("2029-06-29")));
    assertThat(rules.on(asOf, "{'subject':'$licenceIssuedOn'}", "").text()).isEqualTo(issuedOn);
    assertThat(rules.on(asOf, "{'subject':'$licenceValidTo'}", "").text()).isEqualTo(validTo);
  }
}
