package io.foodsafety.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of manifests and the reader agree. */
class PackSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonSchema schema() throws IOException {
    try (InputStream in = Region.class.getResourceAsStream("pack-1.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(JSON.readTree(in));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"region-cn/%s/cn", "region-nanchang/%s/nanchang"})
  void thePacksInTheBoxFit(String place) throws IOException {
    Path manifest =
        Path.of(System.getProperty("foodsafety.root"), "foodsafety-adapters")
            .resolve(place.formatted("src/main/resources/META-INF/foodsafety"))
            .resolve(RegionPack.MANIFEST);
    assertThat(schema().validate(JSON.readTree(manifest.toFile()))).isEmpty();
  }

  @Test
  void whatTheReaderRefusesDoesNotFit() throws IOException {
    String good = text(Packs.base());
    assertThat(schema().validate(JSON.readTree(good))).isEmpty();
    for (String[] change :
        List.of(
            new String[] {"\"format\": 1", "\"format\": 2"},
            new String[] {"\"version\"", "\"versoin\""},
            new String[] {"\"zh\"", "\"cn\""},
            new String[] {"\"key\": [\"code\"]", "\"kee\": [\"code\"]"},
            new String[] {"\"table\": \"goods\"", "\"tabel\": \"goods\""})) {
      String bad = good.replace(change[0], change[1]);
      assertThat(bad).isNotEqualTo(good);
      JsonNode node = JSON.readTree(bad);
      assertThat(schema().validate(node)).as(bad).isNotEmpty();
      Packs pack = Packs.base().with(RegionPack.MANIFEST, bad);
      assertThat(catchThrowable(() -> Region.load("base", List.of(pack))))
          .as(bad)
          .isInstanceOf(RegionException.class);
    }
  }

  private static String text(Packs pack) throws IOException {
    try (InputStream in = pack.open(RegionPack.MANIFEST)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
