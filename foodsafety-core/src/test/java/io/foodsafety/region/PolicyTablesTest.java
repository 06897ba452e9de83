package io.foodsafety.region;

import static io.foodsafety.region.Packs.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tables of a region put into a policy: bands, how often to inspect, rows by two keys. */
class PolicyTablesTest {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  private static final String POLICY =
      """
      {
        "policy": "size",
        "version": "1",
        "zone": "Asia/Shanghai",
        "effectiveFrom": "2020-01-01",
        "scale": {"id": "risk", "better": "lower", "grades": ["A", "B"]},
        "declares": {"subject": [{"name": "area", "type": "decimal"}]},
        "tables": {"points": {"from": "points", "by": "segment", "value": "points"}},
        "static": [
          {"item": "area", "value": {"subject": "area"},
           "points": {"table": {"name": "points", "of": [{"subject": "$segment"}, {"ref": "value"}]}},
           "basis": "test"}
        ],
        %s
        "bands": {"from": "bounds"}
      }
      """;

  private static final String FILES =
      """
      "policy.json",
      {"file": "points.csv", "table": "points", "key": ["segment", "above"]},
      {"file": "bounds.csv", "table": "bounds", "key": ["grade"], "basis": "the law"%s},
      {"file": "grades.csv", "table": "size-grades", "key": ["grade"], "basis": "the plan"}
      """;

  private static final String POINTS =
      "segment,above,to,points\nsales,,200,1\nsales,200,,4\ncatering,,,10\n";
  private static final String GRADES = "grade,zh,en,minPerYear,maxPerYear\nA,甲,A,0.5,\nB,乙,B,2,3\n";

  @TempDir Path folder;

  private static Packs base(String member, String bounds, String grades) {
    return pack("base", "", FILES.formatted(", \"toBeLoaded\": \"nobody published them\""))
        .with("policy.json", POLICY.formatted(member))
        .with("points.csv", POINTS)
        .with("bounds.csv", "grade,above,to\n" + bounds)
        .with("grades.csv", grades);
  }

  private static Packs base() {
    return base("", "A,,4\nB,4,\n", GRADES);
  }

  private static RiskAssessment assess(RiskPolicy policy, String segment, String area) {
    Subject subject =
        Subject.builder("S1", "One")
            .segment(segment)
            .attribute("area", AttributeValue.decimal(area))
            .build();
    return RiskGrader.of(policy).grade(subject, FactHistory.empty(), AsOf.date(DAY));
  }

  private static String grade(RiskPolicy policy, String segment, String area) {
    return assess(policy, segment, area).grade().map(Grade::label).orElse("-");
  }

  private static List<String> faults(Packs... packs) {
    RegionException e =
        catchThrowableOfType(
            RegionException.class, () -> Region.load(packs[packs.length - 1].id(), List.of(packs)));
    assertThat(e).isNotNull();
    return e.issues().stream().map(issue -> issue.code() + " " + issue.location()).toList();
  }

  @Test
  void bandsAndRowsByTwoKeysComeFromTables() {
    RiskPolicy policy = Region.load("base", List.of(base())).policies().get(0);
    assertThat(grade(policy, "sales", "200")).isEqualTo("A");
    assertThat(grade(policy, "sales", "201")).isEqualTo("A");
    assertThat(grade(policy, "catering", "1")).isEqualTo("B");
    assertThat(policy.bands().bands()).hasSize(2);
  }

  @Test
  void anotherTableOfBoundsIsAnotherVersion() {
    Packs city =
        pack(
                "city",
                "base",
                "{\"file\": \"b.csv\", \"table\": \"bounds\", \"key\": [\"grade\"], \"patch\": true,"
                    + " \"effectiveFrom\": \"2024-01-01\"}")
            .with("b.csv", "grade,above,to\nA,,1\nB,1,\n");
    Region region = Region.load("city", List.of(base(), city));
    assertThat(region.policies()).hasSize(2);
    assertThat(region.policies().get(0).bands().find(BigDecimal.valueOf(4)))
        .hasValueSatisfying(grade -> assertThat(grade.label()).isEqualTo("A"));
    assertThat(grade(region.policies().get(1), "sales", "300")).isEqualTo("B");
    assertThat(region.policies().get(0).sha256()).isNotEqualTo(region.policies().get(1).sha256());
  }

  @Test
  void boundsThatNobodyGaveLeaveEveryGradeOpen() {
    RiskPolicy policy = Region.load("base", List.of(base("", "", GRADES))).policies().get(0);
    RiskAssessment assessment = assess(policy, "sales", "100");
    assertThat(assessment.status()).isEqualTo(RiskAssessment.Status.INCOMPLETE);
    AssessmentLine bounds =
        assessment.lines().stream()
            .filter(line -> line.item().equals("bands.bounds"))
            .findFirst()
            .orElseThrow();
    assertThat(bounds.state()).isEqualTo(AssessmentLine.State.MISSING);
    assertThat(bounds.reason().orElseThrow().message(Locale.ENGLISH))
        .contains("nobody published them");
    assertThat(bounds.basis()).isEqualTo("the law");
    assertThat(policy.texts().name("bands.bounds")).isPresent();
  }

  @Test
  void boundsWithAGapAreRefusedAtTheirRow() {
    assertThat(faults(base("", "A,,4\nB,5,\n", GRADES)))
        .containsExactly("FS-POL-0009 base/bounds.csv:3");
    assertThat(faults(base("", "A,,4\nC,4,\n", GRADES)))
        .containsExactly("FS-POL-0002 base/bounds.csv:3");
  }

  @Test
  void theGradesTableSaysHowOftenToInspect() {
    RiskPolicy policy = Region.load("base", List.of(base())).policies().get(0);
    assertThat(policy.inspectionsPerYear())
        .extracting(
            each -> each.grade().label() + " " + each.min() + " " + each.max() + each.basis())
        .containsExactly("A 0.5 Optional.emptythe plan", "B 2 Optional[3]the plan");
  }

  @Test
  void aTableWithoutNumbersLeavesItToThePolicy() {
    String own = "\"inspectionsPerYear\": [{\"grade\": \"A\", \"min\": 7, \"basis\": \"own\"}],";
    RiskPolicy policy =
        Region.load(
                "base",
                List.of(base(own, "A,,4\nB,4,\n", "grade,zh,en,minPerYear\nA,甲,A,\nB,乙,B,\n")))
            .policies()
            .get(0);
    assertThat(policy.inspectionsPerYear()).hasSize(1);
    assertThat(policy.inspectionsPerYear().get(0).min()).isEqualByComparingTo("7");
  }

  @Test
  void howOftenToInspectIsSaidOnce() {
    String own = "\"inspectionsPerYear\": [{\"grade\": \"A\", \"min\": 7, \"basis\": \"own\"}],";
    assertThat(faults(base(own, "A,,4\nB,4,\n", GRADES)))
        .containsExactly("FS-REGION-0024 base/policy.json:14 /inspectionsPerYear");
  }

  @Test
  void aMostWithoutALeastIsRefused() {
    assertThat(faults(base("", "A,,4\nB,4,\n", "grade,minPerYear,maxPerYear\nA,,2\nB,1,\n")))
        .containsExactly("FS-REGION-0015 base/grades.csv:2");
  }

  @Test
  void aPolicyBesideThePacksReadsTheirTables() throws IOException {
    Region region = Region.load("base", List.of(base()));
    String own = "\"inspectionsPerYear\": [{\"grade\": \"A\", \"min\": 7, \"basis\": \"own\"}],";
    Path file = Files.writeString(folder.resolve("proposal.json"), POLICY.formatted(own));
    Path silent = Files.writeString(folder.resolve("silent.json"), POLICY.formatted(""));

    List<RiskPolicy> read = region.readPolicy(file, region.catalogue());

    assertThat(read).hasSize(1);
    assertThat(grade(read.get(0), "catering", "1")).isEqualTo("B");
    assertThat(read.get(0).inspectionsPerYear())
        .singleElement()
        .satisfies(each -> assertThat(each.min()).isEqualByComparingTo("7"));
    assertThat(region.readPolicy(silent, region.catalogue()).get(0).inspectionsPerYear())
        .hasSize(2);
    assertThat(
            catchThrowableOfType(
                    PolicyException.class,
                    () -> region.readPolicy(folder.resolve("none.json"), region.catalogue()))
                .issues())
        .extracting(issue -> issue.code())
        .containsExactly("FS-POL-0001");
    assertThat(
            catchThrowableOfType(
                    PolicyException.class, () -> RiskPolicy.read(file, region.catalogue()))
                .issues())
        .extracting(issue -> issue.code())
        .containsOnly("FS-POL-0017");
  }
}
