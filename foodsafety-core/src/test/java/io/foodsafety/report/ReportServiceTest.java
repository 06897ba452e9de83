package io.foodsafety.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
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
      assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).startsWith("Business id,");
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

  private static void render(ReportService reports, String name, Map<String, String> settings)
      throws IOException {
    reports.render(
        SampleReport.of(Locale.ENGLISH, 3, 1), name, settings, new ByteArrayOutputStream());
  }
}
