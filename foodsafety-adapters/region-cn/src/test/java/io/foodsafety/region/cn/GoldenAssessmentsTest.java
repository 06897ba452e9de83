package io.foodsafety.region.cn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foodsafety.fact.AsOf;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.FolderPack;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Small extracts of a city's records, with the whole assessment that the law's numbers give, worked
 * out without the engine; the comments in the expected files say how.
 */
class GoldenAssessmentsTest {

  private static final Path RESOURCES =
      Path.of(System.getProperty("foodsafety.root"))
          .resolve("foodsafety-adapters/region-cn/src/test/resources");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.ALLOW_COMMENTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @ParameterizedTest(name = "{0}: {2} as of {3}")
  @CsvSource({
    "production, example-province, cn-risk-2016, 2024-12-31",
    "health-food, example-province, cn-risk-2016, 2024-12-31",
    "sales, example-province, cn-risk-2016, 2024-12-31",
    "catering, cn, cn-risk-2016, 2024-12-31",
    "canteen, cn, cn-risk-2016, 2024-12-31",
    "new-business, cn, cn-risk-2016, 2024-12-31",
    "special-medical, cn, cn-risk-2016, 2024-12-31",
    "catering-annual, cn, cn-catering-annual, 2025-02-03",
    "responsibility, cn, cn-responsibility, 2024-12-31"
  })
  void isAsWorkedOutByHand(String name, String region, String policy, LocalDate asOf)
      throws IOException {
    Region loaded = region(region);
    RiskGrader grader = RiskGrader.of(loaded.policy(policy, asOf).orElseThrow());
    List<RiskAssessment> assessments = new ArrayList<>();
    for (Dossier dossier : Extract.read(RESOURCES, name, loaded)) {
      assessments.add(
          grader.grade(dossier.subjectId(), dossier.subject(), dossier.history(), AsOf.date(asOf)));
    }

    assertAsExpected(name, assessments);
  }

  @ParameterizedTest(name = "{0}: {1}, as of each inspection")
  @CsvSource({"catering-dynamic, cn-catering-dynamic"})
  void isAsWorkedOutByHandForEachInspection(String name, String policy) throws IOException {
    Region loaded = region("cn");
    RiskPolicy rules = loaded.policy(policy, LocalDate.of(2024, 12, 31)).orElseThrow();
    List<RiskAssessment> assessments = new ArrayList<>();
    for (Dossier dossier : Extract.read(RESOURCES, name, loaded)) {
      for (Fact fact : dossier.history().facts()) {
        if (fact.kind().equals("inspection")) {
          assessments.add(
              RiskGrader.of(rules)
                  .grade(
                      dossier.subjectId(), dossier.subject(), dossier.history(), AsOf.fact(fact)));
        }
      }
    }

    assertAsExpected(name, assessments);
  }

  private static Region region(String id) {
    List<RegionPack> packs = new ArrayList<>(new ChinaRegionPlugin().regionPacks());
    packs.add(FolderPack.of(RESOURCES.resolve("example-province")));
    return Region.load(id, packs);
  }

  private static void assertAsExpected(String name, List<RiskAssessment> assessments)
      throws IOException {
    List<JsonNode> expected;
    try (MappingIterator<JsonNode> values =
        JSON.readerFor(JsonNode.class)
            .readValues(RESOURCES.resolve("golden/" + name + ".expected").toFile())) {
      expected = values.readAll();
    }
    assertThat(assessments).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      JsonNode actual = JSON.readTree(assessments.get(i).toJson());
      ((ObjectNode) actual.get("policy")).put("sha256", "…");
      JsonNode lines = ((ObjectNode) actual).remove("lines");
      JsonNode expectedLines = ((ObjectNode) expected.get(i)).remove("lines");
      assertThat(actual).isEqualTo(expected.get(i));
      assertThat(lines).hasSameSizeAs(expectedLines);
      for (int line = 0; line < lines.size(); line++) {
        assertThat(lines.get(line)).isEqualTo(expectedLines.get(line));
      }
    }
  }
}
