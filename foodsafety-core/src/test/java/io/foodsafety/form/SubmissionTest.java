package io.foodsafety.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.time.Moment;
import io.foodsafety.text.LocalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {

  private static Submission.Builder full() {
    return Submission.of(
            "V1",
            "visit",
            "1",
            SubjectRef.of(SubjectType.DIVISION, "360102"),
            Moment.parse("2024-05-02T01:00:00Z"))
        .submitters("P1", "P2")
        .answer("1", Answer.satisfied())
        .answer(
            "2",
            new Answer(
                Answer.State.NOT_SATISFIED,
                Optional.of(new BigDecimal("2.50")),
                Optional.of("two lines\nof a note"),
                List.of(new Evidence("photo", "p/1.jpg")),
                Optional.of(Handling.by(LocalDate.of(2024, 5, 9)))))
        .value("text", AttributeValue.string("x"))
        .value("number", AttributeValue.decimal("1.50"))
        .value("yes", AttributeValue.bool(true))
        .value("day", AttributeValue.date(LocalDate.of(2024, 1, 2)))
        .value("word", AttributeValue.code("w"))
        .value("words", AttributeValue.codes(List.of("a", "b")))
        .handling(Handling.of(Measure.STOP))
        .signature(new Signature("inspector", "某人"))
        .corrects("V0", "typing error");
  }

  @Test
  void isReadBackAsItWasWritten() {
    Submission submission = full().build();
    Submission read = Submission.parse(submission.toJson(), "stored");
    assertThat(read).isEqualTo(submission).hasSameHashCodeAs(submission);
    assertThat(read.toJson()).isEqualTo(submission.toJson());
    assertThat(read.answers().get("2")).isEqualTo(submission.answers().get("2"));
    assertThat(read.handlingOf("2")).contains(Handling.by(LocalDate.of(2024, 5, 9)));
    assertThat(read.handlingOf("1")).isEmpty();
    assertThat(read).isNotEqualTo(full().answer("3", Answer.satisfied()).build());
  }

  @Test
  void showsNothingPersonal() {
    assertThat(full().build().toString())
        .isEqualTo("V1 visit@1 division:360102 2024-05-02T01:00:00Z");
    assertThat(full().build().answers().get("2").toString()).isEqualTo("not-satisfied");
    assertThat(new Signature("inspector", "某人").toString()).isEqualTo("inspector");
  }

  @Test
  void saysAllThatIsWrongWithADocument() {
    String json =
        """
        {"id": " V1", "form": "visit", "version": 1,
         "at": "yesterday",
         "submitters": ["P1", 7],
         "answers": {"1": "satisfyed", "2": {"answer": "satisfied", "notes": "x"},
           "3": {"answer": "not-satisfied", "handling": {"measure": "deadline"}},
           "4": {"answer": "not-satisfied", "handling": {"measure": "stop", "deadline": "2024-01-01"}},
           "5": {"answer": "satisfied", "evidence": [{"kind": "a photo", "ref": "x"}]}},
         "values": {"a": {"b": 1}, "c": null},
         "signatures": [{"role": "inspector"}],
         "corrects": {"submission": "V0"},
         "anwsers": {}}
        """;
    FormException refused =
        catchThrowableOfType(
            FormException.class, () -> Submission.parse(json.getBytes(UTF_8), "visit.json"));
    assertThat(FormFixture.brief(refused.issues()))
        .containsExactlyInAnyOrder(
            "SRC-0006:1 /id",
            "SRC-0005:1 /version",
            "SRC-0004:1",
            "SRC-0006:2 /at",
            "SRC-0005:3 /submitters/1",
            "SRC-0006:4 /answers/1",
            "SRC-0003:4 /answers/2/notes",
            "SRC-0004:5 /answers/3/handling",
            "SRC-0003:6 /answers/4/handling/deadline",
            "SRC-0006:7 /answers/5/evidence/0/kind",
            "SRC-0005:8 /values/a",
            "SRC-0005:8 /values/c",
            "SRC-0004:9 /signatures/0",
            "SRC-0004:10 /corrects",
            "SRC-0003:11 /anwsers");
  }

  @ParameterizedTest
  @CsvSource({"''", "' x'", "'a\nb'", "'\uD800'"})
  void refusesIdsThatCannotBeStored(String id) {
    assertThatThrownBy(
            () ->
                Submission.of(id, "f", "1", SubjectRef.business("S1"), Moment.parse("2024-05-02"))
                    .build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatNoJsonCouldSay() {
    assertThatThrownBy(() -> Handling.of(Measure.DEADLINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Handling(Measure.STOP, Optional.of(LocalDate.of(2024, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Answer.satisfied().withNote("x".repeat(Answer.MAX_NOTE + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Answer.satisfied().withPoints(new BigDecimal("0.1").pow(19)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Evidence("a photo", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LocalText("字", " ")).isInstanceOf(IllegalArgumentException.class);
    String longest = "x".repeat(Submission.MAX_ID);
    SubjectRef s1 = SubjectRef.business("S1");
    Moment day = Moment.parse("2024-05-02");
    assertThat(Submission.of(longest, "f", "1", s1, day).build().id()).hasSize(128);
    assertThatThrownBy(() -> Submission.of(longest + "x", "f", "1", s1, day).build())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
