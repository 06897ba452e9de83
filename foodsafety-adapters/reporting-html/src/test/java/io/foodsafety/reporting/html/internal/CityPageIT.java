package io.foodsafety.reporting.html.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.report.Report;
import io.foodsafety.spi.config.Config;
import io.foodsafety.testkit.measure.Figures;
import io.foodsafety.testkit.report.SampleReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The page of a city of 20,000 businesses: how large it is, and how soon it can be used. */
class CityPageIT {

  private static final Figures FIGURES = Figures.of("city-page");
  private static final int COUNT = 20_000;
  private static final long MEGABYTE = 1_000_000;

  @Test
  void thePageOfAnInventedCityIsSmallAndSoonUsable() throws IOException {
    Path page = write("city-invented", SampleReport.of(Locale.SIMPLIFIED_CHINESE, COUNT, 3));
    look("city-invented", page, 4);
  }

  @Test
  void thePageOfARealCityIsSmallAndSoonUsable() throws IOException {
    Assumptions.assumeTrue(
        Nanchang.isThere(), "There are no outlines under foodsafety.data: no real city was drawn.");
    Path page =
        write(
            "city-nanchang",
            SampleReport.of(Locale.SIMPLIFIED_CHINESE, COUNT, 3, Nanchang.districts()));
    look("city-nanchang", page, 8);
  }

  private static Path write(String name, Report report) throws IOException {
    Path page = Browser.file(name + ".html");
    long start = System.nanoTime();
    try (OutputStream out = Files.newOutputStream(page)) {
      new HtmlRenderer().render(report, Config.parse(List.of(), Map.of()), out);
    }
    FIGURES.add(
        "%s: %d businesses, %.2f MB, written in %d ms",
        name, COUNT, Files.size(page) / (double) MEGABYTE, (System.nanoTime() - start) / 1_000_000);
    assertThat(Files.size(page)).isLessThanOrEqualTo(10 * MEGABYTE);
    return page;
  }

  private static void look(String name, Path page, int outlines) throws IOException {
    Assumptions.assumeTrue(
        Browser.isThere(), "There is no Chromium with its driver: the page was not looked at.");
    try (Browser browser = Browser.open(1366, 768)) {
      FIGURES.add("%s: usable %d ms after the page was asked for", name, browser.load(page));
      assertThat(browser.text("#fs-count")).isEqualTo("显示 20,000 家，共 20,000 家");
      assertThat(browser.all("#fs-map path.leaflet-interactive"))
          .hasSizeGreaterThanOrEqualTo(outlines);
      browser.picture(name);
      Object took =
          browser.run(
              "const from = performance.now(); document.querySelector('.chip[data-class=red]').click();"
                  + "return Math.round(performance.now() - from)");
      FIGURES.add("%s: a filter takes %s ms", name, took);
      browser.run(
          "const s = document.getElementById('fs-district'); s.selectedIndex = 2;"
              + "s.dispatchEvent(new Event('change'))");
      browser.picture(name + "-district");
      browser.run("document.querySelector('#fs-table tbody tr .link').click()");
      browser.await("return document.getElementById('fs-dossier').open");
      assertThat(browser.all("#fs-dossier .reasons tbody tr")).hasSize(13);
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
