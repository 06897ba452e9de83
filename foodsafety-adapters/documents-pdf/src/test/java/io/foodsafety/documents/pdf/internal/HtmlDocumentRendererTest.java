package io.foodsafety.documents.pdf.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.testkit.document.DocumentRendererContract;
import io.foodsafety.testkit.document.SampleDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The rules of a renderer, and what is special about a page. */
class HtmlDocumentRendererTest extends DocumentRendererContract {

  @Override
  protected DocumentRenderer renderer() {
    return new HtmlDocumentRenderer();
  }

  /** The page is well-formed XML, so that any parser finds the same text in it. */
  @Override
  protected String text(byte[] written) throws IOException {
    return parse(written).getDocumentElement().getTextContent();
  }

  private static Document parse(byte[] page) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(page));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  @Test
  void noTextBecomesAnElement() throws IOException {
    String hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    Document page = parse(render(SampleDocument.of(Locale.CHINA, 1, hostile), Map.of()));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
  }

  @Test
  void thePageNamesNothingOutsideItself() throws IOException {
    String page = new String(render(SampleDocument.of(Locale.CHINA, 3, ""), Map.of()), UTF_8);
    assertThat(page.replace("http://www.w3.org/1999/xhtml", ""))
        .doesNotContain("http", "url(", "@import", "src=", "href=");
  }

  @Test
  void charactersAreShownAsTheyAre() throws IOException {
    String text = text(render(SampleDocument.of(Locale.CHINA, 1, "\uD83D\uDE00\u202E"), Map.of()));
    assertThat(text).contains("\uD83D\uDE00[U+202E]");
  }
}
