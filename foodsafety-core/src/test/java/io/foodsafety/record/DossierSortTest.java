package io.foodsafety.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierSortTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 2);
  private static final LocalDate LATER = LocalDate.of(2024, 6, 1);

  @TempDir Path folder;

  private final List<Issue> issues = new ArrayList<>();

  @Test
  void aFactIsInTheDossierOfEveryBusinessItConcernsOnce() throws IOException {
    Fact fact =
        fact("F1", "S1")
            .ref("seller", SubjectRef.business("S1"))
            .ref("producer", SubjectRef.business("S2"))
            .ref("tester", SubjectRef.of(SubjectType.LABORATORY, "B1"))
            .build();
    Fact other = Fact.builder("F2", "k", SubjectRef.of(SubjectType.LOT, "L1"), at(DAY)).build();

    List<Dossier> dossiers = sort(new Decoded.FactRecord(fact), new Decoded.FactRecord(other));

    assertThat(dossiers).extracting(Dossier::subjectId).containsExactly("S1", "S2");
    assertThat(dossiers)
        .allSatisfy(each -> assertThat(each.history().facts()).containsExactly(fact));
    assertThat(dossiers).allSatisfy(each -> assertThat(each.subject()).isEmpty());
  }

  @Test
  void traceEventsAreInNoDossier() throws IOException {
    TraceEvent event = new TraceEvent.Voiding("E1", Optional.empty(), "E0", "x");

    List<Dossier> dossiers =
        sort(
            new Decoded.TraceRecord(event, Optional.empty()),
            new Decoded.FactRecord(fact("F1", "S1").build()));

    assertThat(dossiers).extracting(Dossier::subjectId).containsExactly("S1");
    assertThat(issues).isEmpty();
  }

  @Test
  void dossiersComeInCodePointOrder() throws IOException {
    List<Decoded> records = new ArrayList<>();
    for (String id : List.of("\uD83D\uDE00", "\uFF21", "b", "a", "B", "ab")) {
      records.add(new Decoded.FactRecord(fact("F" + id, id).build()));
    }

    assertThat(sort(records.toArray(Decoded[]::new)))
        .extracting(Dossier::subjectId)
        .containsExactly("B", "a", "ab", "b", "\uFF21", "\uD83D\uDE00");
  }

  @Test
  void theSameFactAgainCountsOnceWhateverItsTimeOfRecording() throws IOException {
    Fact first = fact("F1", "S1").recordedAt(Instant.parse("2024-05-03T00:00:00Z")).build();
    Fact again = fact("F1", "S1").recordedAt(Instant.parse("2024-05-04T00:00:00Z")).build();

    List<Dossier> dossiers = sort(new Decoded.FactRecord(first), new Decoded.FactRecord(again));

    assertThat(issues).isEmpty();
    assertThat(dossiers.get(0).history().facts()).containsExactly(first);
  }

  @Test
  void ofFactsWithOneIdAndOtherContentTheFirstCounts() throws IOException {
    Fact first = fact("F1", "S2").build();
    Fact second = fact("F1", "S1").attribute("x", AttributeValue.decimal(1)).build();

    List<Dossier> dossiers = sort(new Decoded.FactRecord(first), new Decoded.FactRecord(second));

    assertThat(dossiers).extracting(Dossier::subjectId).containsExactly("S2");
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).toString())
        .startsWith("a.ndjson:2: FS-FACT-0101 The fact (F1) ")
        .contains("attributes, subject");
  }

  @Test
  void aWithdrawalFollowsItsFactIntoEveryDossier() throws IOException {
    Fact fact = fact("F1", "S1").ref("producer", SubjectRef.business("S2")).build();
    Withdrawal withdrawal = Withdrawal.of("W1", "F1", at(LATER), "revoked");

    List<Dossier> dossiers =
        sort(
            new Decoded.WithdrawalRecord(withdrawal),
            new Decoded.FactRecord(fact),
            new Decoded.WithdrawalRecord(withdrawal.withRecordedAt(Instant.EPOCH)));

    assertThat(issues).isEmpty();
    assertThat(dossiers).hasSize(2);
    for (Dossier dossier : dossiers) {
      assertThat(dossier.history().counting(AsOf.date(DAY), ZoneOffset.UTC)).hasSize(1);
      assertThat(dossier.history().counting(AsOf.date(LATER), ZoneOffset.UTC)).isEmpty();
    }
  }

  @Test
  void aWithdrawalWithoutFactAndOneWithAUsedIdAreIssues() throws IOException {
    List<Dossier> dossiers =
        sort(
            new Decoded.WithdrawalRecord(Withdrawal.of("W1", "F1", at(DAY), "x")),
            new Decoded.WithdrawalRecord(Withdrawal.of("W1", "F2", at(DAY), "x")),
            new Decoded.FactRecord(fact("F2", "S1").build()));

    assertThat(issues).extracting(Issue::code).containsExactly("FS-FACT-0102", "FS-FACT-0103");
    assertThat(issues).extracting(issue -> issue.location().line()).containsExactly(2, 1);
    assertThat(dossiers.get(0).history().counting(AsOf.date(LATER), ZoneOffset.UTC)).hasSize(1);
  }

  @Test
  void recordsOfOneBusinessAreMergedAsTheRegisterDoesIt() throws IOException {
    Subject first =
        Subject.builder("S1", "old")
            .segment("catering")
            .attribute("areaM2", AttributeValue.decimal(300))
            .attribute("staff", AttributeValue.decimal(3))
            .build();
    Subject newer =
        Subject.builder("S1", "new").attribute("areaM2", AttributeValue.decimal(480)).build();
    Subject contradicting = Subject.builder("S1", "other").build();

    List<Dossier> dossiers =
        sort(
            new Decoded.SubjectRecord(first, Optional.empty()),
            new Decoded.SubjectRecord(newer, Optional.of(DAY)),
            new Decoded.SubjectRecord(first, Optional.empty()),
            new Decoded.SubjectRecord(contradicting, Optional.empty()));

    assertThat(dossiers.get(0).subject())
        .contains(
            Subject.builder("S1", "new")
                .attribute(
                    "areaM2",
                    AttributeHistory.always(AttributeValue.decimal(300))
                        .with(DAY, AttributeValue.decimal(480)))
                .attribute("staff", AttributeValue.decimal(3))
                .build());
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).toString())
        .startsWith("a.ndjson:4: FS-SUBJECT-0101 ")
        .contains("attributes, name");
  }

  @Test
  void anOlderRecordThatComesLaterReplacesNothing() throws IOException {
    Subject newest =
        Subject.builder("S1", "new").attribute("areaM2", AttributeValue.decimal(500)).build();
    Subject older =
        Subject.builder("S1", "old").attribute("areaM2", AttributeValue.decimal(480)).build();
    Subject oldest =
        Subject.builder("S1", "oldest")
            .segment("catering")
            .attribute("areaM2", AttributeValue.decimal(300))
            .build();

    List<Dossier> dossiers =
        sort(
            new Decoded.SubjectRecord(newest, Optional.of(LATER)),
            new Decoded.SubjectRecord(older, Optional.of(DAY)),
            new Decoded.SubjectRecord(oldest, Optional.empty()));

    assertThat(issues).isEmpty();
    assertThat(dossiers.get(0).subject())
        .contains(
            Subject.builder("S1", "new")
                .attribute(
                    "areaM2",
                    AttributeHistory.always(AttributeValue.decimal(300))
                        .with(DAY, AttributeValue.decimal(480))
                        .with(LATER, AttributeValue.decimal(500)))
                .build());
  }

  @Test
  void theAttributesOfAFirstRecordHoldFromTheDayThatItNames() throws IOException {
    Subject subject =
        Subject.builder("S1", "x").attribute("staff", AttributeValue.decimal(3)).build();

    List<Dossier> dossiers = sort(new Decoded.SubjectRecord(subject, Optional.of(DAY)));

    Subject dated = dossiers.get(0).subject().orElseThrow();
    assertThat(dated.findAttribute("staff", DAY)).isPresent();
    assertThat(dated.findAttribute("staff", DAY.minusDays(1))).isEmpty();
  }

  /** Against the plain reference: everything in maps. */
  @ParameterizedTest
  @ValueSource(longs = {1, 5_000, 50_000, 1 << 26})
  void agreesWithThePlainReference(long buffer) throws IOException {
    long seeds = buffer < 100 ? 6 : 40; // every entry a file takes its time
    long found = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      RandomRecords input = new RandomRecords(seed);
      PlainDossiers expected = PlainDossiers.of(input.records());
      issues.clear();

      List<Dossier> actual = sort(buffer, input.records());

      assertThat(actual.stream().map(PlainDossiers::describe).toList())
          .as("seed %d, buffer %d", seed, buffer)
          .isEqualTo(expected.dossiers().stream().map(PlainDossiers::describe).toList());
      assertThat(issues.stream().map(issue -> issue.code() + issue.location()).sorted().toList())
          .as("issues of seed %d, buffer %d", seed, buffer)
          .isEqualTo(expected.issues().toList());
      assertThat(filesLeft()).as("files of seed %d", seed).isZero();
      found += issues.size();
    }
    assertThat(found).as("issues of all seeds").isGreaterThan(seeds);
  }

  @Test
  void filesAreDeletedWhenTheReadingIsGivenUp() throws IOException {
    try (DossierSort sort = DossierSort.of(folder, 1)) {
      for (int i = 0; i < 200; i++) {
        sort.add(new Decoded.FactRecord(fact("F" + i, "S" + i).build()), Location.unknown());
      }
      assertThat(filesLeft()).isEqualTo(1); // the folder
      try (Dossiers dossiers = sort.dossiers(issues::add)) {
        dossiers.next();
      }
    }
    assertThat(filesLeft()).isZero();
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() throws IOException {
    try (DossierSort sort = DossierSort.of(folder.resolve("missing"), 1)) {
      assertThatThrownBy(
              () -> sort.add(new Decoded.FactRecord(fact("F1", "S1").build()), Location.unknown()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("missing");
    }
  }

  @Test
  void programmersAreToldAtOnce() throws IOException {
    assertThatThrownBy(() -> DossierSort.of(folder, 0))
        .isInstanceOf(IllegalArgumentException.class);
    try (DossierSort sort = DossierSort.inDefaultFolder()) {
      assertThatThrownBy(() -> sort.add(new Decoded.Rejected(List.of()), Location.unknown()))
          .isInstanceOf(IllegalArgumentException.class);
      try (Dossiers none = sort.dossiers(issues::add)) {
        assertThat(none).isExhausted();
        assertThatThrownBy(
                () ->
                    sort.add(new Decoded.FactRecord(fact("F1", "S1").build()), Location.unknown()))
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }

  private List<Dossier> sort(Decoded... records) throws IOException {
    return sort(1, List.of(records));
  }

  private List<Dossier> sort(long buffer, List<Decoded> records) throws IOException {
    List<Dossier> dossiers = new ArrayList<>();
    try (DossierSort sort = DossierSort.of(folder, buffer)) {
      for (int i = 0; i < records.size(); i++) {
        sort.add(records.get(i), Location.line("a.ndjson", i + 1));
      }
      try (Dossiers sorted = sort.dossiers(issues::add)) {
        sorted.forEachRemaining(dossiers::add);
      }
    }
    return dossiers;
  }

  private long filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static Fact.Builder fact(String id, String subject) {
    return Fact.builder(id, "k", SubjectRef.business(subject), at(DAY));
  }

  private static Moment at(LocalDate date) {
    return Moment.of(date);
  }
}
