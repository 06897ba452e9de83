package io.foodsafety.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Coordinates;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.TextBlock;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.report.ReportRendererContract;
import io.foodsafety.testkit.report.SampleReport;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeoJsonRendererTest extends ReportRendererContract {

  @Override
  protected ReportRenderer renderer() {
    return new GeoJsonRenderer();
  }

  private static final String PLACED = "S00001";

  private JsonNode geojson(Map<String, String> settings) throws IOException {
    return new ObjectMapper().readTree(render(SampleReport.of(Locale.ENGLISH, 200, 1), settings));
  }

  @Test
  void districtsAndBusinessesAreFeatures() throws IOException {
    JsonNode json = geojson(Map.of());
    assertThat(json.path("type").asText()).isEqualTo("FeatureCollection");
    assertThat(json.path("features")).hasSize(5 + 200);
    assertThat(json.path("features").get(0).path("geometry").path("type").asText())
        .isEqualTo("MultiPolygon");
    assertThat(json.path("features").get(4).path("geometry").isNull()).isTrue();
    JsonNode business = business(json, PLACED);
    assertThat(business.path("geometry").path("type").asText()).isEqualTo("Point");
    assertThat(business.path("properties").path("colour").asText()).startsWith("#");
  }

  @Test
  void ringsAreClosedAndRunAgainstTheClock() throws IOException {
    JsonNode ring =
        geojson(Map.of())
            .path("features")
            .get(0)
            .path("geometry")
            .path("coordinates")
            .get(0)
            .get(0);
    assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
    double area = 0;
    for (int i = 1; i < ring.size(); i++) {
      area +=
          ring.get(i - 1).get(0).asDouble() * ring.get(i).get(1).asDouble()
              - ring.get(i).get(0).asDouble() * ring.get(i - 1).get(1).asDouble();
    }
    assertThat(area).isPositive();
  }

  @Test
  void positionsAreShiftedOnRequest() throws IOException {
    JsonNode wgs84 = business(geojson(Map.of()), PLACED).path("geometry").path("coordinates");
    Coordinates expected =
        Coordinates.of(CoordinateSystem.WGS84, wgs84.get(1).asDouble(), wgs84.get(0).asDouble())
            .to(CoordinateSystem.BD09);
    JsonNode json = geojson(Map.of("crs", "bd09"));
    JsonNode bd09 = business(json, PLACED).path("geometry").path("coordinates");
    assertThat(json.path("coordinateSystem").asText()).isEqualTo("bd09");
    assertThat(bd09.get(1).asDouble()).isCloseTo(expected.latitude(), within(2e-6));
    assertThat(bd09.get(0).asDouble()).isCloseTo(expected.longitude(), within(2e-6));
    assertThat(bd09.get(0).asDouble()).isNotCloseTo(wgs84.get(0).asDouble(), within(1e-3));
  }

  @Test
  void aReportWithoutPlacesIsRefused() {
    Report text =
        Report.builder("r", "R", Locale.ENGLISH, Instant.EPOCH, ZoneOffset.UTC)
            .block(TextBlock.of("t", "T", List.of()))
            .build();
    assertThatThrownBy(() -> render(text, Map.of()))
        .hasMessage("The report (r) has neither a map nor businesses.");
  }

  private static JsonNode business(JsonNode json, String id) {
    for (JsonNode feature : json.path("features")) {
      if (feature.path("properties").path("id").asText().equals(id)) {
        return feature;
      }
    }
    throw new AssertionError(id);
  }
}
