package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S1;
import static io.foodsafety.runtime.Samples.S2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.match.EntityMatcher;
import io.foodsafety.match.Match;
import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.subject.IdentityAct;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import io.foodsafety.subject.SearchResult;
import io.foodsafety.subject.SearchResult.Why;
import io.foodsafety.subject.SubjectSearch;
import io.foodsafety.subject.SubjectService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relations, search, merge and split. */
class SubjectRegisterTest {

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private FoodSafety city;
  private Session office;
  private SubjectService subjects;

  @BeforeEach
  void setUp() {
    city = new ProbeStorage().city().clock(clock).build();
    office = city.as(INSPECTOR);
    subjects = office.subjects();
  }

  @AfterEach
  void tearDown() {
    city.advance(clock.instant());
    assertThat(office.ledger().verify().isSound()).isTrue();
    city.close();
  }

  private void register(String... idsAndNames) {
    for (int i = 0; i < idsAndNames.length; i += 2) {
      assertThat(
              subjects
                  .register(Subject.builder(idsAndNames[i], idsAndNames[i + 1]).build())
                  .outcome())
          .isEqualTo(Outcome.RECORDED);
    }
  }

  private static List<String> codes(RecordingResult result) {
    return result.issues().stream().map(Issue::code).toList();
  }

  @Test
  void relationsAreRecordedOnceAndCanEnd() {
    Relation stall =
        Relation.of(RelationKind.MARKET_STALL, "M", "S1").validFrom(LocalDate.of(2023, 1, 1));
    assertThat(subjects.relate(stall).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.relate(stall).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.relations("M", LocalDate.of(2022, 12, 31))).isEmpty();
    assertThat(subjects.relations("S1", LocalDate.of(2030, 1, 1))).containsExactly(stall);
    Relation ended = stall.validTo(LocalDate.of(2024, 1, 31));
    assertThat(subjects.relate(ended).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.relations("S1", LocalDate.of(2030, 1, 1))).isEmpty();
    assertThat(subjects.relations("M")).containsExactly(ended);
    assertThat(codes(subjects.relate(stall.validTo(LocalDate.of(2025, 1, 1)))))
        .containsExactly("FS-SUBJECT-0122");
    assertThat(subjects.unrelate(stall, "typed in twice").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.unrelate(stall, "typed in twice").outcome())
        .isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.relations("M")).isEmpty();
    assertThat(subjects.relate(stall).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.relations("M")).containsExactly(stall);
  }

  @Test
  void kindsOfRelationsAreKnown() {
    assertThat(codes(subjects.relate(Relation.of(RelationKind.of("market-stal"), "M", "S1"))))
        .containsExactly("FS-SUBJECT-0121");
    assertThat(codes(subjects.unrelate(Relation.of(RelationKind.MARKET_STALL, "M", "S1"), "x")))
        .containsExactly("FS-SUBJECT-0123");
    assertThatThrownBy(() -> Relation.of(RelationKind.MARKET_STALL, "M", "M"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void codesAndNumbersAreFoundHoweverTheyAreWritten() {
    subjects.register(
        Subject.builder("S1", "福满楼餐饮有限公司")
            .creditCode(CreditCode.of("91360102MA35AAA02R"))
            .licence(Licence.of("JY23601020000014"))
            .telephone("0791-83880000")
            .build());
    register("S2", "福满楼");
    assertThat(found(SubjectSearch.byCode(" 91360102ma35aaa02r"))).containsExactly("S1 SAME_CODE");
    assertThat(found(SubjectSearch.byLicence("ＪＹ2360 1020000014")))
        .containsExactly("S1 SAME_LICENCE");
    assertThat(found(SubjectSearch.byTelephone("83880000"))).containsExactly("S1 SAME_TELEPHONE");
    assertThat(found(SubjectSearch.byTelephone("110"))).isEmpty();
    assertThat(found(SubjectSearch.byCode("91360102MA35AAA02X"))).isEmpty();
  }

  private List<String> found(SubjectSearch search) {
    return subjects.search(search).hits().stream()
        .map(hit -> hit.subject().id() + " " + hit.why())
        .toList();
  }

  @Test
  void namesAreFoundByWhatIsLikeThem() {
    register("S1", "福满楼餐饮有限公司", "S2", "福满楼餐饮文教路店", "S3", "福满搂餐饮店", "S4", "大福酒家", "S5", "满福楼");
    assertThat(found(SubjectSearch.byName("福满楼餐饮（个体工商户）")))
        .startsWith("S1 SAME_NAME", "S2 NAME_BEGINS")
        .contains("S3 NAME_ALIKE")
        .doesNotContain("S4 NAME_ALIKE");
    assertThat(found(SubjectSearch.byName("福满楼餐饮").limit(1))).containsExactly("S1 SAME_NAME");
    assertThat(found(SubjectSearch.byName("、"))).isEmpty();
    subjects.register(Subject.builder("S1", "改了名").build(), LocalDate.of(2024, 5, 1));
    assertThat(found(SubjectSearch.byName("改了名"))).containsExactly("S1 SAME_NAME");
    assertThat(found(SubjectSearch.byName("福满楼餐饮"))).doesNotContain("S1 SAME_NAME");
  }

  @Test
  void aCommonNameIsCutAndSaysSo() {
    List<Subject> many =
        java.util.stream.IntStream.range(0, 1_100)
            .mapToObj(i -> Subject.builder("S" + i, "老王" + (char) ('一' + i) + "号").build())
            .toList();
    many.forEach(subjects::register);
    SearchResult result = subjects.search(SubjectSearch.byName("老王"));
    assertThat(result.complete()).isFalse();
    assertThat(result.hits()).hasSize(20);
  }

  @Test
  void aListingFindsTheBusinessesItMayBeOf() {
    subjects.register(
        Subject.builder("S1", "福满楼餐饮有限公司").address("中山路12号").telephone("13800000000").build());
    register("S2", "大明包子铺");
    List<Match> candidates =
        subjects.candidates(
            Subject.builder("listing-7", "福满搂餐饮").address("中山路12号").build(),
            EntityMatcher.standard());
    assertThat(candidates).extracting(Match::second).containsExactly("S1");
  }

  @Test
  void whatWasMergedIsNoCandidateAnyMore() {
    register("S1", "福满楼餐饮", "S2", "福满楼餐饮", "S3", "福满楼餐饮", "S4", "福满楼餐饮");
    subjects.merge("S1", "S2", "one licence");
    subjects.merge("S3", "S4", "one licence");
    for (String id : List.of("S1", "S2")) {
      List<Match> candidates =
          subjects.candidates(subjects.findRecorded(id).orElseThrow(), EntityMatcher.standard());
      assertThat(candidates).extracting(Match::second).containsExactly("S3");
    }
  }

  @Test
  void whatIsNoNumberIsNotSearchedFor() {
    subjects.register(Subject.builder("S1", "福满楼").licence(Licence.of("/")).build());
    assertThat(found(SubjectSearch.byLicence("/"))).isEmpty();
    assertThat(found(SubjectSearch.byLicence("、。"))).isEmpty();
    assertThat(found(SubjectSearch.byCode("--"))).isEmpty();
  }

  @Test
  void mergedIdsAreOneBusinessAndSplitAgain() {
    register("S1", "福满楼", "S2", "福满搂");
    office.facts().record(Samples.inspection("F1", "2024-01-10", 90));
    Fact second =
        Fact.builder("F2", "inspection", S2, Samples.inspection("x", "2024-02-10", 1).at()).build();
    office.facts().record(second);
    office.facts().record(Samples.sample("F3", "2024-03-01"));
    assertThat(subjects.merge("S1", "S2", "one licence").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.merge("S1", "S2", "again").outcome()).isEqualTo(Outcome.ALREADY_KNOWN);

    assertThat(subjects.get("S2").id()).isEqualTo("S1");
    assertThat(subjects.findRecorded("S2")).map(Subject::id).contains("S2");
    assertThat(subjects.list()).extracting(Subject::id).containsExactly("S1");
    assertThat(subjects.allIds("S2")).containsExactly("S1", "S2");
    FactHistory history = office.facts().history(S1);
    assertThat(history.facts())
        .extracting(Fact::id)
        .containsExactlyInAnyOrder("F1", "F2", "F3")
        .doesNotHaveDuplicates();
    assertThat(history.facts()).allSatisfy(fact -> assertThat(fact.subject()).isEqualTo(S1));
    assertThat(office.facts().history(S2).facts()).hasSize(3);
    assertThat(office.facts().get("F2").subject()).isEqualTo(S2);
    assertThat(subjects.search(SubjectSearch.byName("福满搂")).hits())
        .extracting(hit -> hit.subject().id() + hit.why() + hit.recordedAs())
        .containsExactly("S1" + Why.SAME_NAME + "S2");

    Instant merged = clock.instant();
    clock.pass(Duration.ofDays(1));
    assertThat(subjects.split("S2", "two owners").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.split("S2", "two owners").outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.get("S2").id()).isEqualTo("S2");
    assertThat(office.facts().history(S1).facts())
        .extracting(Fact::id)
        .containsExactlyInAnyOrder("F1", "F3");
    assertThat(office.facts().history(S1, merged.plusSeconds(1)).facts()).hasSize(3);
    assertThat(office.facts().history(S1, merged).facts()).isEmpty();
    assertThat(subjects.leadingId("S2", merged.plusSeconds(1))).isEqualTo("S1");
    assertThat(subjects.identityActs("S1"))
        .isEqualTo(subjects.identityActs("S2"))
        .extracting(IdentityAct::op, IdentityAct::reason, IdentityAct::actor)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                IdentityAct.Op.MERGE, "one licence", INSPECTOR.toString()),
            org.assertj.core.api.Assertions.tuple(
                IdentityAct.Op.SPLIT, "two owners", INSPECTOR.toString()));
  }

  @Test
  void mergesFormNoCircleAndFollowOneAnother() {
    register("S1", "a", "S2", "b", "S3", "c");
    assertThat(subjects.merge("S2", "S3", "x").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.merge("S1", "S2", "x").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.leadingId("S3")).isEqualTo("S1");
    assertThat(subjects.allIds("S3")).containsExactly("S1", "S2", "S3");
    assertThat(codes(subjects.merge("S3", "S1", "x"))).containsExactly("FS-SUBJECT-0111");
    assertThat(codes(subjects.merge("S1", "S1", "x"))).containsExactly("FS-SUBJECT-0111");
    assertThat(codes(subjects.merge("S1", "S3", "x"))).containsExactly("FS-SUBJECT-0112");
    assertThat(codes(subjects.merge("nobody", "S1", "x"))).containsExactly("FS-SUBJECT-0113");
    assertThat(codes(subjects.split("S1", "x"))).containsExactly("FS-SUBJECT-0114");
    assertThatThrownBy(() -> subjects.merge("S1", "S4", " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(subjects.split("S2", "x").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.leadingId("S3")).isEqualTo("S2");
    assertThat(subjects.merge("S3", "S1", "x").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.leadingId("S1")).isEqualTo("S2");
  }

  @Test
  void aRelationOfAMergedIdCanBeEndedAndWithdrawnByTheIdThatWasKept() {
    register("S1", "a", "S2", "b", "S3", "c");
    for (String id : List.of("S1", "S2", "S3")) {
      subjects.relate(Relation.of(RelationKind.MARKET_STALL, "M", id));
    }
    subjects.merge("S1", "S2", "x");
    subjects.merge("S1", "S3", "x");
    Relation led = Relation.of(RelationKind.MARKET_STALL, "M", "S1");
    Relation ended = led.validTo(LocalDate.of(2024, 5, 1));
    assertThat(subjects.relate(led).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.relate(ended).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.relations("S1")).containsExactly(ended);
    assertThat(codes(subjects.relate(led.validTo(LocalDate.of(2024, 6, 1)))))
        .containsExactly("FS-SUBJECT-0122");
    subjects.merge("S4", "M", "refused, for S4 is not registered");
    assertThat(subjects.unrelate(led, "another market").outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(subjects.unrelate(led, "another market").outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(subjects.relations("M")).isEmpty();
    subjects.split("S2", "two stalls");
    assertThat(subjects.relations("S2")).isEmpty();
  }

  @Test
  void relationsFollowMerges() {
    register("S1", "a", "S2", "b");
    subjects.relate(Relation.of(RelationKind.MARKET_STALL, "M", "S2"));
    subjects.relate(Relation.of(RelationKind.HEAD_OFFICE_BRANCH, "S1", "S2"));
    subjects.merge("S1", "S2", "x");
    Relation led = Relation.of(RelationKind.MARKET_STALL, "M", "S1");
    assertThat(subjects.relations("S1")).containsExactly(led);
    assertThat(subjects.relations("M")).containsExactly(led);
  }
}
