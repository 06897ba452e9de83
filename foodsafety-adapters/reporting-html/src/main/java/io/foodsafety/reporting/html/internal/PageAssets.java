package io.foodsafety.reporting.html.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The parts of the page that are the same in every report: styles, script and body. Read once. The
 * security policy allows this script and these styles alone, by their digests.
 */
final class PageAssets {

  private static final List<String> LIBRARIES =
      List.of("lib/leaflet.js", "lib/supercluster.min.js", "lib/echarts.common.min.js");

  private static final List<String> SCRIPTS =
      List.of(
          "10-data.js",
          "20-state.js",
          "30-map.js",
          "40-charts.js",
          "50-table.js",
          "60-dossier.js",
          "70-blocks.js",
          "90-page.js");

  private static final List<String> LICENCES =
      List.of("lib/leaflet-LICENSE", "lib/supercluster-LICENSE");

  private static final class Holder {
    static final PageAssets ASSETS = new PageAssets();
  }

  private final byte[] script;
  private final String style;
  private final String body;
  private final String policy;

  private PageAssets() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    LICENCES.forEach(file -> append(all, "/*!\n" + text(file).replace("*/", "* /") + "\n*/\n"));
    // Pages do not carry source maps, so their comments are cut off.
    LIBRARIES.forEach(
        file -> append(all, text(file).replaceAll("(?m)^//# sourceMappingURL=.*$", "") + "\n;"));
    append(all, "(() => {\n'use strict';\n");
    SCRIPTS.forEach(file -> append(all, text(file)));
    append(all, "})();\n");
    this.script = all.toByteArray();
    // The images are those of controls that the page does not have.
    this.style = text("lib/leaflet.css").replaceAll("url\\([^)]*\\)", "none") + text("page.css");
    this.body = text("body.html");
    this.policy =
        "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"
            .formatted(digest(script), digest(style.getBytes(UTF_8)));
    if (new String(script, UTF_8).contains("</script") || style.contains("</style")) {
      throw new IllegalStateException("A script or a style would end the element it stands in.");
    }
  }

  static PageAssets get() {
    return Holder.ASSETS;
  }

  /** The script with its libraries. */
  byte[] script() {
    return script.clone();
  }

  /** The styles. */
  String style() {
    return style;
  }

  /** The content security policy. */
  String policy() {
    return policy;
  }

  /** The body before the data. */
  String body(UiTexts texts) {
    return body.replace("{{wait}}", Html.escape(texts.get("wait")))
        .replace("{{broken}}", Html.escape(texts.get("broken")));
  }

  /** A file of this package. */
  static String text(String file) {
    try (InputStream in = PageAssets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The file (%s) is not in the jar.".formatted(file));
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
