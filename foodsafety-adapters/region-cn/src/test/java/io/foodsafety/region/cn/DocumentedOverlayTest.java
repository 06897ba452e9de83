package io.foodsafety.region.cn;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.FolderPack;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/regions.md: its overlay works, and its list of what must be loaded is complete. */
class DocumentedOverlayTest {

  private static final Path ROOT = Path.of(System.getProperty("foodsafety.root"));
  private static final LocalDate DAY = LocalDate.of(2024, 12, 31);

  @Test
  void theOverlayOfThePageGivesTheGradeOfThePage(@TempDir Path folder) throws IOException {
    Path page = ROOT.resolve("docs/regions.md");
    Files.writeString(folder.resolve("pack.json"), block(page, "json pack"));
    Files.writeString(folder.resolve("dynamic.csv"), block(page, "csv dynamic.csv"));
    List<RegionPack> packs = new ArrayList<>(new ChinaRegionPlugin().regionPacks());
    packs.add(FolderPack.of(folder));
    Region region = Region.load("example-province", packs);
    Dossier producer =
        Extract.read(
                ROOT.resolve("foodsafety-adapters/region-cn/src/test/resources"),
                "production",
                region)
            .get(0);

    RiskAssessment assessment =
        RiskGrader.of(region.policy("cn-risk-2016", DAY).orElseThrow())
            .grade(producer.subjectId(), producer.subject(), producer.history(), AsOf.date(DAY));

    assertThat(region.warnings()).isEmpty();
    assertThat(assessment.score().orElseThrow()).isEqualByComparingTo("28.54");
    assertThat(assessment.grade().orElseThrow().label()).isEqualTo("A");
    assertThat(region.table("cn-risk-2016-dynamic", DAY).orElseThrow().toBeLoaded()).isEmpty();
  }

  @Test
  void theOverlayOfThePageIsThatOfTheTests() throws IOException {
    Path page = ROOT.resolve("docs/regions.md");
    Path pack = ROOT.resolve("foodsafety-adapters/region-cn/src/test/resources/example-province");

    assertThat(block(page, "json pack")).isEqualTo(Files.readString(pack.resolve("pack.json")));
    assertThat(block(page, "csv dynamic.csv"))
        .isEqualTo(Files.readString(pack.resolve("dynamic.csv")));
  }

  @Test
  void everyTableThatMustBeLoadedIsOnThePage() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/regions.md"));
    Region region = Region.load("cn", new ChinaRegionPlugin().regionPacks());
    List<PackTable> open =
        Pattern.compile("\"table\": \"([^\"]+)\"")
            .matcher(
                Files.readString(
                    ROOT.resolve(
                        "foodsafety-adapters/region-cn/src/main/resources/META-INF/foodsafety/cn/pack.json")))
            .results()
            .map(match -> region.table(match.group(1), DAY).orElseThrow())
            .filter(table -> table.toBeLoaded().isPresent())
            .toList();

    assertThat(open).hasSize(14);
    assertThat(open)
        .allSatisfy(
            table -> {
              assertThat(page).contains("| `" + table.id() + "` | `" + table.key().get(0));
              assertThat(page).contains("`" + table.columns().get(table.key().size()));
            });
  }

  private static String block(Path page, String label) throws IOException {
    List<String> blocks =
        Pattern.compile(
                "^```" + Pattern.quote(label) + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(Files.readString(page))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }
}
