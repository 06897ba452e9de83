package io.foodsafety.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which facts count: by role, as of a fact, withdrawn, as known on a day. */
class InterpreterSelectionTest {

  private static final RuleFixture RULES = RuleFixture.inShanghai();

  private static final String COUNT = "{'count':{'kind':'event'}}";

  @ParameterizedTest(name = "role {0}: {1}")
  @CsvSource({
    "subject, A B",
    "any, A B C D E",
    "producer, B C",
    "seller, D",
    "lab, ''",
    "nobody, ''"
  })
  void selectsByRole(String role, String expected) {
    String facts =
        "A 2024-01-01;"
            + "B 2024-01-02 role:producer=S1;"
            + "C 2024-01-03 of=S2 role:producer=S1;"
            + "D 2024-01-04 of=lot:S1 role:seller=S1 role:lab=S3;"
            + "E 2024-01-05 of=S2 role:maker=S1 role:importer=S1;"
            + "F 2024-01-06 of=S2 role:producer=lot:S1;"
            + "G 2024-01-07 of=S2";
    String count = "{'count':{'kind':'event','role':'%s'}}".formatted(role);
    assertThat(RULES.on("2024-06-30", count, facts).cited()).isEqualTo(expected);
  }

  @Test
  void looksAtTheSubjectWithoutARole() {
    String facts = "A 2024-01-01; B 2024-01-02 of=S2 role:producer=S1";
    assertThat(RULES.on("2024-06-30", COUNT, facts).cited()).isEqualTo("A");
  }

  @ParameterizedTest(name = "as of {0}: {1}")
  @CsvSource({
    // two of one instant by id in code points, whatever the offset written
    "F10, D F10",
    "F9, D F10 F9",
    "f1, D F10 F9 f1",
    // a date comes with the first instant of its day
    "D, D",
    "N, D F10 F9 f1 N",
    "E, D F10 F9 f1 N E"
  })
  void seesWhatComesNoLaterThanTheFact(String id, String expected) {
    String facts =
        "F9 2024-05-01T10:00:00+08:00; F10 2024-05-01T02:00:00Z; f1 2024-05-01T10:00:00+08:00;"
            + "D 2024-05-01; E 2024-05-02; N 2024-05-01T15:59:59Z";
    assertThat(RULES.asOfFact(id, COUNT, facts).cited()).isEqualTo(expected);
  }

  @Test
  void endsWindowsOnTheDayOfTheFact() {
    String week = "{'count':{'kind':'event','window':{'rolling':'P7D'}}}";
    String facts = "A 2024-05-01; B 2024-05-02; C 2024-05-07T16:00:00Z; D 2024-05-08";
    assertThat(RULES.asOfFact("C", week, facts).cited()).isEqualTo("B C");
    assertThat(RULES.asOfFact("C", "{'asOf':true}", facts).text()).isEqualTo("2024-05-08");
  }

  @Test
  void takesADateForTheFirstInstantOfItsDay() {
    String facts = "B 2024-05-01; A 2024-05-01T00:00:00+08:00";
    assertThat(RULES.asOfFact("A", COUNT, facts).cited()).isEqualTo("A");
    assertThat(RULES.asOfFact("B", COUNT, facts).cited()).isEqualTo("A B");
  }

  @ParameterizedTest(name = "withdrawn at {0}, as of {1}: {2}")
  @CsvSource({
    // from the day of the withdrawal on it does not count
    "2024-05-10, 2024-05-09, A B",
    "2024-05-10, 2024-05-10, B",
    "2024-05-10, 2024-06-30, B",
    // an instant of the day counts at its end
    "2024-05-10T23:59:59+08:00, 2024-05-10, B",
    "2024-05-10T16:00:00Z, 2024-05-10, A B",
    "2024-05-10T16:00:00Z, 2024-05-11, B",
    // even one dated before the fact
    "2024-01-01, 2024-06-30, B"
  })
  void leavesOutWhatIsWithdrawn(String at, String asOf, String expected) {
    String facts = "A 2024-05-01; B 2024-05-02; -A " + at;
    assertThat(RULES.on(asOf, COUNT, facts).cited()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "withdrawn at {0}, as of a fact at {1}: {2}")
  @CsvSource({
    "2024-05-10, 2024-05-10, Z",
    "2024-05-10, 2024-05-09T23:59:59+08:00, A Z",
    "2024-05-10, 2024-05-10T00:00:00+08:00, Z",
    "2024-05-10T12:00:00Z, 2024-05-10T12:00:00Z, Z",
    "2024-05-10T12:00:00Z, 2024-05-10T11:59:59Z, A Z",
    "2024-05-10T12:00:00Z, 2024-05-10, A Z"
  })
  void leavesOutWhatIsWithdrawnAsOfAFact(String at, String fact, String expected) {
    String facts = "A 2024-05-01; Z %s; -A %s".formatted(fact, at);
    assertThat(RULES.asOfFact("Z", COUNT, facts).cited()).isEqualTo(expected);
  }

  @Test
  void leavesOutAFactWithdrawnInEveryWindow() {
    String facts = "A 2024-05-01 until=2030-01-01 n=5; -A 2024-05-10";
    String inForce = "{'count':{'kind':'event','window':{'inForce':true}}}";
    String sliding = "{'sum':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P1Y'}}}";
    assertThat(RULES.on("2024-05-09", inForce, facts).text()).isEqualTo("1");
    assertThat(RULES.on("2024-05-10", inForce, facts).text()).isEqualTo("0");
    assertThat(RULES.on("2024-05-09", sliding, facts).text()).isEqualTo("5");
    assertThat(RULES.on("2024-05-10", sliding, facts).text()).isEqualTo("0");
  }

  @ParameterizedTest(name = "known before {0}: {1}")
  @CsvSource({
    // what carries no time of recording has always been known
    "2024-05-05T00:00:00Z, N",
    "2024-05-05T00:00:01Z, A N",
    "2024-05-07T00:00:01Z, A B N",
    "2024-05-20T00:00:00Z, A B N",
    "2024-05-20T00:00:01Z, B N"
  })
  void seesWhatWasKnown(String instant, String expected) {
    String facts =
        "A 2024-05-01 known=2024-05-05T00:00:00Z; B 2024-05-02 known=2024-05-07T00:00:00Z;"
            + "N 2024-05-03; -A 2024-05-04 known=2024-05-20T00:00:00Z";
    assertThat(RULES.knownBefore(instant, "2024-06-30", COUNT, facts).cited()).isEqualTo(expected);
  }
}
