package io.foodsafety.report.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.TableBlock;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.report.ReportRendererContract;
import io.foodsafety.testkit.report.SampleReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonRendererTest extends ReportRendererContract {

  @Override
  protected ReportRenderer renderer() {
    return new JsonRenderer();
  }

  @Test
  void theWholeReportIsThere() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(render(SampleReport.of(Locale.CHINA, 12, 1), Map.of()));
    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.path("language").asText()).isEqualTo("zh-CN");
    assertThat(json.path("blocks").findValuesAsText("type"))
        .contains("text", "businesses", "chart", "table");
    JsonNode businesses = json.path("blocks").get(1);
    assertThat(businesses.path("businesses")).hasSize(12);
    assertThat(businesses.path("divisions").get(0).path("outline").get(0).get(0)).hasSize(24);
    JsonNode lotus = businesses.path("businesses").get(0);
    assertThat(lotus.path("lines")).hasSize(13);
    assertThat(lotus.path("lines").get(0).path("evidence").get(0).path("id").asText())
        .startsWith("F");
    assertThat(json.path("blocks").get(2).path("series").get(0).path("values").get(2).isNull())
        .isTrue();
  }

  @Test
  void aNameIsTextWhateverItSays() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(render(SampleReport.of(Locale.ENGLISH, 12, 1), Map.of()));
    assertThat(json.findValuesAsText("name"))
        .contains(
            "</script><script>document.title='hacked'</script>", "𠮷野家🍜 (beyond the basic plane)");
  }

  @Test
  void whatIsBrokenOffDoesNotLookComplete() {
    Report broken =
        Report.builder("r", "R", Locale.ENGLISH, Instant.EPOCH, ZoneOffset.UTC)
            .block(
                TableBlock.of(
                    "t",
                    "T",
                    List.of(),
                    () -> Stream.of(List.of(), List.of(Cell.text("too many")))))
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(
            () ->
                new JsonRenderer()
                    .render(broken, Config.parse(renderer().configKeys(), Map.of()), out))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(out.toString(UTF_8)).doesNotEndWith("}");
  }
}
