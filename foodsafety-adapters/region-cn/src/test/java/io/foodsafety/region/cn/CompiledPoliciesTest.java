package io.foodsafety.region.cn;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.FolderPack;
import io.foodsafety.region.Region;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskColumns;
import io.foodsafety.risk.RiskPlan;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.RiskScores;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.testkit.rules.CaseResult;
import io.foodsafety.testkit.rules.PolicyCase;
import io.foodsafety.testkit.rules.PolicyCases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shipped policies, compiled, give what the interpreter gives, in each of their cases. */
class CompiledPoliciesTest {

  private static final Path ROOT = Path.of(System.getProperty("foodsafety.root"));
  private static final Path RESOURCES =
      ROOT.resolve("foodsafety-adapters/region-cn/src/test/resources");
  private static final Path EXAMPLES = ROOT.resolve("examples/policies");

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> ofTheRegion() throws IOException {
    List<RegionPack> packs = new ArrayList<>(new ChinaRegionPlugin().regionPacks());
    Region china = Region.load("cn", packs);
    packs.add(FolderPack.of(RESOURCES.resolve("example-numbers")));
    Region loaded = Region.load("example-numbers", packs);
    return files(RESOURCES.resolve("cases")).stream()
        .map(
            file -> {
              Region region = file.toString().endsWith("-loaded.json") ? loaded : china;
              return test(file, each -> each.check(region));
            });
  }

  @TestFactory
  Stream<DynamicTest> ofTheExamples() throws IOException {
    return files(EXAMPLES.resolve("cases")).stream()
        .map(
            file -> {
              RiskPolicy policy =
                  RiskPolicy.read(EXAMPLES.resolve(file.getFileName()), FactCatalogue.standard());
              return test(file, each -> each.check(policy));
            });
  }

  private static DynamicTest test(Path file, Function<PolicyCase, CaseResult> check) {
    return DynamicTest.dynamicTest(
        file.getFileName().toString(),
        () ->
            PolicyCases.read(file).cases().stream()
                .map(each -> graded(each, check))
                .collect(Collectors.groupingBy(each -> each.meant().asOf()))
                .values()
                .forEach(CompiledPoliciesTest::compare));
  }

  /** A business, and what the interpreter says of it. */
  private record Graded(Dossier dossier, RiskAssessment meant) {}

  private static Graded graded(PolicyCase each, Function<PolicyCase, CaseResult> check) {
    RiskAssessment meant = check.apply(each).assessment().orElseThrow();
    return new Graded(each.dossier(meant.policy()), meant);
  }

  /** Grades all businesses of one day together, by the policy written out and read again. */
  private static void compare(List<Graded> all) {
    RiskPolicy policy = all.get(0).meant().policy();
    RiskPolicy written = RiskPolicy.parse(policy.toDocument(), policy.id(), FactCatalogue.empty());
    assertThat(written.toDocument()).isEqualTo(policy.toDocument());
    RiskPlan plan = RiskPlan.of(written);
    RiskColumns columns = plan.columns(all.get(0).meant().asOf());
    for (Graded each : all) {
      Dossier dossier = each.dossier();
      columns.add(dossier.subjectId(), dossier.subject(), dossier.history());
    }
    RiskScores scores = plan.explain(columns, 1);
    for (int i = 0; i < all.size(); i++) {
      compare(scores, i, all.get(i).meant());
    }
  }

  private static void compare(RiskScores scores, int index, RiskAssessment meant) {
    assertThat(scores.status(index)).as(meant.toJson()).isEqualTo(meant.status());
    assertThat(plain(scores.score(index))).as(meant.toJson()).isEqualTo(plain(meant.score()));
    assertThat(plain(scores.partialScore(index)))
        .as(meant.toJson())
        .isEqualTo(plain(meant.partialScore()));
    assertThat(scores.grade(index)).as(meant.toJson()).isEqualTo(meant.grade());
    assertThat(scores.nextGrade(index)).as(meant.toJson()).isEqualTo(meant.nextGrade());
    if (meant.partialScore().isPresent()) {
      compareLines(scores, index, meant);
    }
  }

  private static void compareLines(RiskScores scores, int index, RiskAssessment meant) {
    List<AssessmentLine> lines =
        meant.lines().stream()
            .filter(line -> line.section() != AssessmentLine.Section.NO_GRADE)
            .limit((long) meant.policy().lines().size() + meant.policy().caps().size())
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      assertThat(scores.lineState(index, i)).as(lines.get(i).item()).contains(lines.get(i).state());
      assertThat(plain(scores.linePoints(index, i)))
          .as(lines.get(i).item())
          .isEqualTo(plain(lines.get(i).points()));
    }
  }

  private static Optional<BigDecimal> plain(Optional<BigDecimal> number) {
    return number.map(BigDecimal::stripTrailingZeros);
  }
}
