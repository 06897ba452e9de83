package io.foodsafety.runtime;

import static io.foodsafety.model.fact.AttributeValue.decimal;
import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.restaurant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.subject.SubjectService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubjectServiceTest {

  private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

  private FoodSafety city;
  private SubjectService subjects;

  @BeforeEach
  void setUp() {
    city = new ProbeStorage().city().clock(new SettableClock("2024-06-01T08:00:00Z")).build();
    subjects = city.as(INSPECTOR).subjects();
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  @Test
  void registersANewBusiness() {
    Subject subject =
        restaurant("S1", 480).toBuilder()
            .division(DivisionCode.of("360102"))
            .licence(Licence.of("JY23601020000014").validTo(LocalDate.of(2027, 1, 1)))
            .build();
    assertThat(subjects.register(subject)).isEqualTo(RecordingResult.recorded("S1"));
    assertThat(subjects.get("S1")).isEqualTo(subject);
    assertThat(subjects.find("S2")).isEmpty();
    assertThatThrownBy(() -> subjects.get("S2")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void otherContentNeedsADay() {
    subjects.register(restaurant("S1", 480));
    assertThat(subjects.register(restaurant("S1", 480)).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    RecordingResult refused = subjects.register(restaurant("S1", 500));
    assertThat(refused.issues()).extracting(Issue::code).containsExactly("FS-SUBJECT-0101");
    assertThat(subjects.get("S1")).isEqualTo(restaurant("S1", 480));
  }

  @Test
  void whatIsNotDeclaredIsRefused() {
    RecordingResult refused =
        subjects.register(
            restaurant("S1", 480).toBuilder()
                .attribute("areaSqm", AttributeValue.decimal("1"))
                .build());
    assertThat(refused.issues()).extracting(Issue::code).containsExactly("FS-REC-0121");
    assertThat(subjects.find("S1")).isEmpty();
  }

  @Test
  void aChangeKeepsWhatWasAndWhatIsNotMentioned() {
    subjects.register(
        restaurant("S1", 480).toBuilder()
            .attribute("seats", AttributeValue.decimal("60"))
            .licence(Licence.of("old"))
            .build());
    Subject change =
        Subject.builder("S1", "New name")
            .attribute("areaM2", AttributeValue.decimal("500"))
            .attribute("staff", AttributeValue.decimal("7"))
            .build();
    assertThat(subjects.register(change, JUNE)).isEqualTo(RecordingResult.recorded("S1"));
    assertThat(subjects.register(change, JUNE).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);

    Subject merged = subjects.get("S1");
    assertThat(merged.name()).isEqualTo("New name");
    assertThat(merged.segment()).isEmpty();
    assertThat(merged.licences()).isEmpty();
    LocalDate may = JUNE.minusDays(1);
    assertThat(merged.findAttribute("areaM2", may)).contains(AttributeValue.decimal("480"));
    assertThat(merged.findAttribute("areaM2", JUNE)).contains(AttributeValue.decimal("500"));
    assertThat(merged.findAttribute("seats", JUNE)).contains(AttributeValue.decimal("60"));
    assertThat(merged.findAttribute("staff", may)).isEmpty();
    assertThat(merged.findAttribute("staff", JUNE)).contains(AttributeValue.decimal("7"));
  }

  @Test
  void anOlderRecordThatComesLaterReplacesNothing() {
    subjects.register(
        restaurant("S1", 500).toBuilder().division(DivisionCode.of("360102")).build(), JUNE);
    Subject older = Subject.builder("S1", "Old name").attribute("areaM2", decimal("480")).build();
    LocalDate may = JUNE.minusMonths(1);
    assertThat(subjects.register(older, may).outcome()).isEqualTo(Outcome.RECORDED);
    Subject oldest =
        Subject.builder("S1", "Oldest name")
            .attribute("areaM2", decimal("300"))
            .attribute("seats", decimal("60"))
            .build();
    assertThat(subjects.register(oldest).outcome()).isEqualTo(Outcome.RECORDED);

    Subject merged = subjects.get("S1");
    assertThat(merged.name()).isEqualTo("Restaurant S1");
    assertThat(merged.segment()).contains("catering");
    assertThat(merged.division()).contains(DivisionCode.of("360102"));
    assertThat(merged.findAttribute("areaM2", may.minusDays(1))).contains(decimal("300"));
    assertThat(merged.findAttribute("areaM2", may)).contains(decimal("480"));
    assertThat(merged.findAttribute("areaM2", JUNE)).contains(decimal("500"));
    assertThat(merged.findAttribute("seats", JUNE)).contains(decimal("60"));
  }

  @Test
  void ofTwoRecordsOfOneDayTheLaterOneCountsAndBothAreKnown() {
    Subject first = restaurant("S1", 480).toBuilder().attribute("seats", decimal("60")).build();
    Subject second = Subject.builder("S1", "Corrected").attribute("areaM2", decimal("500")).build();
    subjects.register(first, JUNE);
    assertThat(subjects.register(second, JUNE).outcome()).isEqualTo(Outcome.RECORDED);
    Subject merged = subjects.get("S1");
    assertThat(merged.name()).isEqualTo("Corrected");
    assertThat(merged.findAttribute("areaM2", JUNE)).contains(decimal("500"));
    assertThat(merged.findAttribute("seats", JUNE)).contains(decimal("60"));

    assertThat(subjects.register(first, JUNE).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.register(second, JUNE).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.get("S1")).isEqualTo(merged);
  }

  @Test
  void whatWasTakenOnceIsKnownWhateverCameSince() {
    subjects.register(restaurant("S1", 480));
    subjects.register(restaurant("S1", 500), JUNE);
    assertThat(subjects.register(restaurant("S1", 480)).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);

    Subject asKnown = subjects.get("S1");
    assertThat(subjects.register(asKnown).outcome()).isEqualTo(Outcome.RECORDED);
    subjects.register(restaurant("S1", 510), JUNE.plusDays(1));
    assertThat(subjects.register(asKnown).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.register(restaurant("S1", 490)).issues())
        .extracting(Issue::code)
        .containsExactly("FS-SUBJECT-0101");
    assertThat(subjects.get("S1").attributes().get("areaM2").values()).hasSize(3);
  }

  @Test
  void aNewBusinessMayHaveAttributesFromADayOn() {
    subjects.register(restaurant("S1", 480), JUNE);
    assertThat(subjects.get("S1").findAttribute("areaM2", JUNE.minusDays(1))).isEmpty();
    assertThat(subjects.get("S1").findAttribute("areaM2", JUNE)).isPresent();
  }

  @Test
  void aDayThatNoDocumentCanHoldIsRefusedBeforeAnythingIsStored() {
    for (LocalDate day : List.of(LocalDate.of(10_000, 1, 1), LocalDate.of(0, 12, 31))) {
      assertThatThrownBy(() -> subjects.register(restaurant("S1", 480), day))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("between 1 and 9999");
    }
    assertThat(subjects.find("S1")).isEmpty();
    subjects.register(restaurant("S1", 480), LocalDate.of(9999, 12, 31));
    subjects.register(restaurant("S1", 300), LocalDate.of(1, 1, 1));
    assertThat(subjects.get("S1").attributes().get("areaM2").values()).hasSize(2);
  }

  @Test
  void changesOfManyThreadsAreAllKept() throws Exception {
    subjects.register(restaurant("S1", 1));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<RecordingResult>> results = new ArrayList<>();
      for (int i = 1; i <= 40; i++) {
        int day = i;
        results.add(
            threads.submit(() -> subjects.register(restaurant("S1", day), JUNE.plusDays(day))));
      }
      for (Future<RecordingResult> result : results) {
        assertThat(result.get().outcome()).isEqualTo(Outcome.RECORDED);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(subjects.get("S1").attributes().get("areaM2").values()).hasSize(41);
    assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
  }

  @Test
  void listsByIdInCodePointOrder() {
    for (String id : List.of("b", "a\uD83C\uDF5C", "a\uFFFD", "a", "B")) {
      subjects.register(restaurant(id, 1));
    }
    assertThat(subjects.list())
        .extracting(Subject::id)
        .containsExactly("B", "a", "a\uFFFD", "a\uD83C\uDF5C", "b");
  }

  @Test
  void listsMoreThanAPage() {
    for (int i = 0; i < 1_100; i++) {
      subjects.register(restaurant("S%04d".formatted(i), 1));
    }
    assertThat(subjects.list()).hasSize(1_100);
  }
}
