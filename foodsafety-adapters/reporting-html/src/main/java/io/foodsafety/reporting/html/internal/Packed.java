package io.foodsafety.reporting.html.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * An element of the page that holds bytes, compressed and in base 64, so that no data can end the
 * element or be taken for markup. Closing ends the element; the page stays open.
 */
final class Packed extends FilterOutputStream {

  private final OutputStream page;

  Packed(OutputStream page, String id) throws IOException {
    super(open(page, id));
    this.page = page;
  }

  private static OutputStream open(OutputStream page, String id) throws IOException {
    page.write(
        "<script type=\"application/octet-stream\" id=\"fs-%s\">".formatted(id).getBytes(US_ASCII));
    return new GZIPOutputStream(Base64.getEncoder().wrap(new Unclosed(page)), 1 << 14);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    super.close();
    page.write("</script>\n".getBytes(US_ASCII));
  }

  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream page) {
      super(page);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      // The page goes on.
    }
  }
}
