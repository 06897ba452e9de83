package io.foodsafety.region.nanchang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.region.Divisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The outlines of the pack. {@code -Dfoodsafety.outlines.write=true} writes them anew from the
 * source, the file {@code divisions/outlines/nanchang.geojson} under {@code foodsafety.data}.
 */
class NanchangOutlinesTest {

  private static final Path FILE =
      Path.of(System.getProperty("foodsafety.root"))
          .resolve("foodsafety-adapters/region-nanchang/src/main/resources")
          .resolve("META-INF/foodsafety/nanchang/outlines.geojson");

  @Test
  void areMadeFromTheirSource() throws IOException {
    Path source =
        Path.of(System.getProperty("foodsafety.data", "."), "divisions/outlines/nanchang.geojson");
    assumeThat(source).exists();
    String made = SimplifiedOutlines.of(source, Set.of("360105"));
    if (Boolean.getBoolean("foodsafety.outlines.write")) {
      Files.writeString(FILE, made);
    }

    assertThat(Files.readString(FILE, UTF_8)).isEqualTo(made);
    assertThat(Files.size(FILE)).isLessThan(60_000);
  }

  @Test
  void showEveryDistrictThatTheSourceHas() throws IOException {
    assertThat(outlines().keySet())
        .containsExactlyInAnyOrder(
            "360102", "360103", "360104", "360111", "360112", "360121", "360123", "360124");
  }

  /** The seats of the districts, and most of those of the townships, lie in their districts. */
  @Test
  void lieWhereTheSeatsAre() throws IOException {
    Map<String, JsonNode> outlines = outlines();
    int towns = 0;
    int inside = 0;
    for (Divisions.Entry entry : NanchangPackTest.REGION.divisions().all()) {
      String code = entry.code().value();
      JsonNode outline = outlines.get(code.substring(0, 6));
      if (outline == null || entry.lat().isEmpty()) {
        continue;
      }
      boolean in = contains(outline, entry.lon().orElseThrow(), entry.lat().orElseThrow());
      if (code.length() == 6) {
        assertThat(in).as("seat of %s in its outline", entry.division().name()).isTrue();
      } else {
        towns++;
        inside += in ? 1 : 0;
      }
    }

    assertThat(towns).isGreaterThan(40);
    assertThat(inside * 100 / towns).isGreaterThan(85);
  }

  private static Map<String, JsonNode> outlines() throws IOException {
    Map<String, JsonNode> outlines = new HashMap<>();
    for (JsonNode feature : new ObjectMapper().readTree(FILE.toFile()).get("features")) {
      outlines.put(feature.get("id").asText(), feature.get("geometry").get("coordinates"));
    }
    return outlines;
  }

  private static boolean contains(JsonNode polygons, double lon, double lat) {
    boolean inside = false;
    for (JsonNode polygon : polygons) {
      JsonNode ring = polygon.get(0);
      assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
      for (int i = 1; i < ring.size(); i++) {
        double x1 = ring.get(i - 1).get(0).asDouble();
        double y1 = ring.get(i - 1).get(1).asDouble();
        double x2 = ring.get(i).get(0).asDouble();
        double y2 = ring.get(i).get(1).asDouble();
        if ((y1 > lat) != (y2 > lat) && lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1) {
          inside = !inside;
        }
      }
    }
    return inside;
  }
}
