package io.foodsafety.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.Rows;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.internal.OfferRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The rules of a report renderer. Extend it and supply {@link #renderer}; each test is one rule.
 */
public abstract class ReportRendererContract {

  /** For subclasses. */
  protected ReportRendererContract() {}

  /** {@return the renderer to be tested} */
  protected abstract ReportRenderer renderer();

  /**
   * What is compared of an output: without a time of writing, if the format cannot do without.
   *
   * @param written what was written
   * @return the same, unless a subclass leaves something out
   * @throws IOException if it cannot be read
   */
  protected byte[] comparable(byte[] written) throws IOException {
    return written;
  }

  /**
   * Renders a report with the defaults of all settings, and those given.
   *
   * @param report the report
   * @param settings settings by name
   * @return what was written
   * @throws IOException never
   */
  protected final byte[] render(Report report, Map<String, String> settings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer().render(report, Config.parse(renderer().configKeys(), settings), out);
    return out.toByteArray();
  }

  @Test
  @DisplayName("name, media type and ending of file names are well-formed")
  final void saysWhatItIs() {
    OfferRules.saysWhatItIs(renderer().name(), renderer().mediaType(), renderer().fileExtension());
  }

  @Test
  @DisplayName("every setting has a default and is explained in English and Chinese")
  final void explainsItsSettings() {
    OfferRules.explainsItsSettings(renderer().configKeys());
  }

  @Test
  @DisplayName("the same report gives the same bytes")
  final void givesTheSameBytes() throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
      byte[] first = comparable(render(SampleReport.of(locale, 40, 7), Map.of()));
      assertThat(first).isNotEmpty();
      assertThat(comparable(render(SampleReport.of(locale, 40, 7), Map.of()))).isEqualTo(first);
      assertThat(comparable(render(SampleReport.of(locale, 40, 8), Map.of()))).isNotEqualTo(first);
    }
  }

  @Test
  @DisplayName("a report without businesses can be written")
  final void writesAnEmptyCity() throws IOException {
    assertThat(render(SampleReport.of(Locale.CHINA, 0, 1), Map.of())).isNotEmpty();
  }

  @Test
  @DisplayName("the stream stays open")
  final void leavesTheStreamOpen() throws IOException {
    AtomicInteger closed = new AtomicInteger();
    try (OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        }) {
      renderer()
          .render(
              SampleReport.of(Locale.ENGLISH, 5, 1),
              Config.parse(renderer().configKeys(), Map.of()),
              out);
      assertThat(closed).hasValue(0);
    }
  }

  @Test
  @DisplayName("every stream of rows that is opened is closed")
  final void closesTheRows() throws IOException {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger opened = new AtomicInteger();
    render(
        withBusinesses(
            () -> {
              open.incrementAndGet();
              opened.incrementAndGet();
              return Stream.of(BusinessRow.builder("S1", "Lotus", "none").build())
                  .onClose(open::decrementAndGet);
            }),
        Map.of());
    assertThat(opened.get()).isPositive();
    assertThat(open).hasValue(0);
  }

  @Test
  @DisplayName("a row that contradicts its block is refused")
  final void refusesAWrongRow() {
    Report wrong =
        withBusinesses(() -> Stream.of(BusinessRow.builder("S1", "Lotus", "green").build()));
    assertThatThrownBy(() -> render(wrong, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour class (green) of business (S1)");
  }

  @Test
  @DisplayName("a fault of the stream comes out")
  final void passesFaultsOn() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    assertThatThrownBy(
            () ->
                renderer()
                    .render(
                        SampleReport.of(Locale.ENGLISH, 5, 1),
                        Config.parse(renderer().configKeys(), Map.of()),
                        full))
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("disk full");
  }

  private static Report withBusinesses(Rows<BusinessRow> rows) {
    Report sample = SampleReport.of(Locale.ENGLISH, 0, 1);
    BusinessBlock model =
        sample.blocks().stream()
            .filter(BusinessBlock.class::isInstance)
            .map(BusinessBlock.class::cast)
            .findFirst()
            .orElseThrow();
    return Report.builder(
            sample.id(), sample.title(), sample.locale(), sample.generatedAt(), sample.zone())
        .block(
            BusinessBlock.builder("businesses", "Businesses", model.legend(), model.scale())
                .businesses(rows)
                .build())
        .build();
  }
}
