package io.foodsafety.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.AcmePlugin;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.PluginReport.Offer;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupException;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.report.SampleReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportServiceTest {

  @Test
  void renderersAreChosenByName() throws IOException {
    try (FoodSafety city = FoodSafety.builder().withoutDiscovery().build()) {
      ReportService reports = city.as(Actor.system("test")).reports();
      assertThat(reports.listRenderers())
          .extracting(ReportRenderer::name)
          .containsExactly("csv", "geojson", "json");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      reports.render(SampleReport.of(Locale.ENGLISH, 3, 1), "csv", Map.of("bom", "false"), out);
      assertThat(out.toString(UTF_8)).startsWith("Business id,");
    }
  }

  @Test
  void anUnknownNameAndAWrongSettingAreRefused() {
    try (FoodSafety city = FoodSafety.builder().withoutDiscovery().build()) {
      ReportService reports = city.as(Actor.system("test")).reports();
      assertThatThrownBy(() -> render(reports, "geo-json", Map.of()))
          .hasMessage("There is no report renderer (geo-json). Maybe geojson, json?");
      assertThatThrownBy(() -> render(reports, "geojson", Map.of("crs", "mars")))
          .hasMessage("The value (mars) of key (crs) is wrong: It must be wgs84, gcj02 or bd09.");
    }
  }

  @Test
  void twoRenderersOfOneNameNeedAChoice() throws IOException {
    FoodSafetyBuilder both =
        FoodSafety.builder().withoutDiscovery().plugin(new AcmePlugin.OtherCsv());
    assertThatThrownBy(both::build)
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("report renderer (csv)")
        .hasMessageContaining("foodsafety-core")
        .hasMessageContaining("other-csv")
        .hasMessageContaining("preferRenderer");

    try (FoodSafety city = both.preferRenderer("csv", "other-csv").build()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      city.as(Actor.system("test"))
          .reports()
          .render(SampleReport.of(Locale.ENGLISH, 1, 1), "csv", Map.of(), out);
      assertThat(out.toString(UTF_8)).isEqualTo("risk-report");
      assertThat(city.plugins().get(1).offers())
          .containsExactly(new Offer(OfferKind.RENDERER, "csv", true));
    }
  }

  private static void render(ReportService reports, String name, Map<String, String> settings)
      throws IOException {
    reports.render(
        SampleReport.of(Locale.ENGLISH, 3, 1), name, settings, new ByteArrayOutputStream());
  }
}
