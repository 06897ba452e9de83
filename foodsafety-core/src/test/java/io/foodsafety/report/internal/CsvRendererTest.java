package io.foodsafety.report.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.report.ReportRendererContract;
import io.foodsafety.testkit.report.SampleReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvRendererTest extends ReportRendererContract {

  @Override
  protected ReportRenderer renderer() {
    return new CsvRenderer();
  }

  private String csv(Map<String, String> settings) throws IOException {
    return new String(render(SampleReport.of(Locale.ENGLISH, 12, 1), settings), UTF_8);
  }

  @Test
  void theFirstTableIsThatOfTheBusinesses() throws IOException {
    String csv = csv(Map.of());
    assertThat(csv).startsWith("\ufeffBusiness id,Name,Division code,");
    assertThat(csv.split("\r\n", -1)).hasSize(1 + 12 + 1);
  }

  @Test
  void aTextThatLooksLikeAFormulaIsMadeHarmless() throws IOException {
    String csv = csv(Map.of());
    assertThat(csv)
        .contains(",\"'=HYPERLINK(\"\"http://example.invalid\"\",\"\"click\"\")\",")
        .contains(",\"'@SUM(1+1), ")
        .contains(",'-2+3,");
    assertThat(csv(Map.of("formula-guard", "false"))).contains(",-2+3,");
  }

  @Test
  void aNegativeNumberStaysANumber() throws IOException {
    assertThat(csv(Map.of("table", "sources", "bom", "false", "names", "true")))
        .isEqualTo("source,facts,until\r\nInspections,86420,2026-03-01\r\nSamples,-1.5,\r\n");
  }

  @Test
  void reasonsAreATableOfTheirOwn() throws IOException {
    String csv = csv(Map.of("table", "businesses.reasons", "bom", "false"));
    assertThat(csv).startsWith("Business id,Name,Item,What is assessed,State,Points,");
    assertThat(csv.split("\r\n")).hasSize(1 + 12 * 13);
    assertThat(csv).contains(",not-applicable,,");
  }

  @Test
  void anUnknownTableIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> csv(Map.of("table", "busines")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The report (risk-report) has no table (busines); it has [businesses,"
                + " businesses.reasons, businesses.history, businesses.due, inspections,"
                + " sources].");
  }

  @Test
  void formulasInFullWidthAndControlCharactersAreFound() throws IOException {
    StringWriter out = new StringWriter();
    CsvLine line = new CsvLine(out, true);
    for (String text : new String[] {"＝1", "\t=1", "\r=1", "=1", "a=1", "", "'=1"}) {
      line.text(text);
    }
    line.end();
    assertThat(out.toString()).isEqualTo("'＝1,'\t=1,\"'\r=1\",'=1,a=1,,'=1\r\n");
  }
}
