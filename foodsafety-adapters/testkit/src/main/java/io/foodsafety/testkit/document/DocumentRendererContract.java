package io.foodsafety.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.testkit.internal.OfferRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The rules of a document renderer. Extend it and supply {@link #renderer} and {@link #text}; each
 * test is one rule.
 */
public abstract class DocumentRendererContract {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINA);

  /** For subclasses. */
  protected DocumentRendererContract() {}

  /** {@return the renderer to be tested} */
  protected abstract DocumentRenderer renderer();

  /**
   * What a reader can see or copy.
   *
   * @param written what was written
   * @return its text; white space does not matter
   * @throws IOException if it cannot be read
   */
  protected abstract String text(byte[] written) throws IOException;

  /**
   * Renders a document with the defaults of all settings, and those given.
   *
   * @param document the document
   * @param settings settings by name
   * @return what was written
   * @throws IOException never
   */
  protected final byte[] render(OfficialDocument document, Map<String, String> settings)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer().render(document, Config.parse(renderer().configKeys(), settings), out);
    return out.toByteArray();
  }

  /**
   * Text without white space of any kind.
   *
   * @param text the text
   * @return the same without white space
   */
  protected static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
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
  @DisplayName("the same document gives the same bytes, another one others")
  final void givesTheSameBytes() throws IOException {
    for (Locale locale : LANGUAGES) {
      byte[] first = render(SampleDocument.of(locale, 40, "one"), Map.of());
      assertThat(render(SampleDocument.of(locale, 40, "one"), Map.of())).isEqualTo(first);
      assertThat(render(SampleDocument.of(locale, 40, "two"), Map.of())).isNotEqualTo(first);
    }
  }

  @Test
  @DisplayName("every text of a document comes out, however long its table")
  final void writesEveryText() throws IOException {
    for (Locale locale : LANGUAGES) {
      OfficialDocument document = SampleDocument.of(locale, 120, "12.5 ℃ — “剩余”");
      String text = squeezed(text(render(document, Map.of())));
      assertThat(SampleDocument.texts(document))
          .allSatisfy(each -> assertThat(text).contains(squeezed(each)));
    }
  }

  @Test
  @DisplayName("a text is never markup")
  final void showsMarkupAsText() throws IOException {
    String hostile = "</td><script>alert(1)</script>&amp;<img src='file:///x'/>]]><!-- \"'";
    byte[] written = render(SampleDocument.of(Locale.CHINA, 1, hostile), Map.of());
    assertThat(squeezed(text(written))).contains(squeezed(hostile));
  }

  @Test
  @DisplayName("a document without rows can be written")
  final void writesAnEmptyTable() throws IOException {
    assertThat(render(SampleDocument.of(Locale.CHINA, 0, ""), Map.of())).isNotEmpty();
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
              SampleDocument.of(Locale.ENGLISH, 5, ""),
              Config.parse(renderer().configKeys(), Map.of()),
              out);
      assertThat(closed).hasValue(0);
    }
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
                        SampleDocument.of(Locale.ENGLISH, 5, ""),
                        Config.parse(renderer().configKeys(), Map.of()),
                        full))
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("disk full");
  }
}
