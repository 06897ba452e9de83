package io.foodsafety.reporting.html.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.Report;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.report.ReportRendererContract;
import io.foodsafety.testkit.report.SampleReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class HtmlRendererTest extends ReportRendererContract {

  @Override
  protected ReportRenderer renderer() {
    return new HtmlRenderer();
  }

  private String page(Report report) throws IOException {
    return new String(render(report, Map.of()), UTF_8);
  }

  @Test
  void thePageAsksForNothingFromOutside() throws IOException {
    String page = page(SampleReport.of(Locale.CHINA, 10, 1));
    String markup =
        page.replaceAll("(?s)<script>.*?</script>", "").replaceAll("(?s)<style>.*?</style>", "");
    assertThat(markup).doesNotContain("http:", "https:", " src=", "<link");
    assertThat(page.replaceAll("(?s).*<style>(.*?)</style>.*", "$1"))
        .doesNotContain("url(", "@import");
    assertThat(page).contains("default-src 'none'").doesNotContain("unsafe-inline", "unsafe-eval");
  }

  @Test
  void noNameReachesTheMarkup() throws IOException {
    String page = page(SampleReport.of(Locale.ENGLISH, 20, 1));
    assertThat(page).doesNotContain("hacked", "onerror=\"document");
    Matcher scripts = Pattern.compile("</script").matcher(page);
    assertThat(scripts.results().count()).isEqualTo(1 + 1 + 1); // one chunk, the data, the script
  }

  @Test
  void theTitleIsTextToo() throws IOException {
    Report report =
        Report.builder(
                "r", "</title><script>x</script>", Locale.ENGLISH, Instant.EPOCH, ZoneOffset.UTC)
            .build();
    assertThat(page(report))
        .contains("<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>");
  }

  @Test
  void theColumnsAndDetailsHoldWhatTheReportSays() throws IOException {
    String page = page(SampleReport.of(Locale.ENGLISH, 300, 1));
    JsonNode city = data(page, "data").path("businesses");
    assertThat(city.path("id")).hasSize(300);
    assertThat(city.path("name").get(4).asText())
        .isEqualTo("</script><script>document.title='hacked'</script>");
    assertThat(city.path("lat")).hasSize(300);
    assertThat(city.path("districts").get(4).path("outline")).isEmpty();
    assertThat(data(page, "d0").path("b")).hasSize(256);
    JsonNode rest = data(page, "d1");
    assertThat(rest.path("b")).hasSize(44);
    assertThat(rest.path("b").get(0).get(2)).hasSize(13);
    assertThat(rest.path("t")).hasSize(13);
  }

  @Test
  void twoBlocksOfBusinessesAreRefused() {
    Report sample = SampleReport.of(Locale.ENGLISH, 1, 1);
    Report.Builder two = Report.builder("r", "R", Locale.ENGLISH, Instant.EPOCH, ZoneOffset.UTC);
    for (Block block : sample.blocks()) {
      if (block instanceof BusinessBlock businesses) {
        two.block(businesses)
            .block(
                BusinessBlock.builder("more", "More", businesses.legend(), businesses.scale())
                    .build());
      }
    }
    assertThatThrownBy(() -> page(two.build()))
        .hasMessage("The report (r) has 2 blocks of businesses, and a page shows one.");
  }

  @Test
  void bothLanguagesHaveEveryText() {
    Map<String, String> chinese = UiTexts.in(Locale.SIMPLIFIED_CHINESE).all();
    Map<String, String> english = UiTexts.in(Locale.FRENCH).all();
    assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    assertThat(chinese)
        .allSatisfy(
            (key, text) -> assertThat(slots(text)).as(key).isEqualTo(slots(english.get(key))));
  }

  @Test
  void everyTextThatTheScriptNamesIsThere() {
    String script = new String(PageAssets.get().script(), UTF_8);
    Matcher said = Pattern.compile("\\bsay\\('([A-Za-z]+)'").matcher(script);
    assertThat(said.results().map(result -> result.group(1)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(UiTexts.in(Locale.CHINA).all()).containsKey(key));
    Matcher marked =
        Pattern.compile("data-t(?:-label)?=\"([A-Za-z]+)\"")
            .matcher(PageAssets.get().body(UiTexts.in(Locale.CHINA)));
    assertThat(marked.results().map(result -> result.group(1)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(UiTexts.in(Locale.CHINA).all()).containsKey(key));
  }

  private static Set<String> slots(String text) {
    Set<String> slots = new TreeSet<>();
    Pattern.compile("\\{\\d}").matcher(text).results().forEach(each -> slots.add(each.group()));
    return slots;
  }

  private static JsonNode data(String page, String id) throws IOException {
    Matcher element =
        Pattern.compile("<script type=\"application/octet-stream\" id=\"fs-" + id + "\">([^<]*)<")
            .matcher(page);
    assertThat(element.find()).as(id).isTrue();
    byte[] packed = Base64.getDecoder().decode(element.group(1));
    return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(packed)));
  }
}
