package io.foodsafety.reporting.html.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.config.Config;
import io.foodsafety.testkit.report.SampleReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a browser. Skipped with a notice on a machine without one. */
class ReportPageIT {

  private static final int COUNT = 600;

  private Browser browser;

  @BeforeEach
  void needsABrowser() {
    Assumptions.assumeTrue(
        Browser.isThere(), "There is no Chromium with its driver: the page was not looked at.");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private void open(Locale locale, int width, int height, String hash) throws IOException {
    Path page = Browser.file("sample-" + locale.getLanguage() + ".html");
    try (OutputStream out = Files.newOutputStream(page)) {
      new HtmlRenderer()
          .render(SampleReport.of(locale, COUNT, 5), Config.parse(List.of(), Map.of()), out);
    }
    browser = Browser.open(width, height);
    browser.load(page);
    if (!hash.isEmpty()) {
      browser.hash(hash);
      browser.await("return document.getElementById('fs-count').textContent !== ''");
    }
  }

  private long shown() {
    return Long.parseLong(browser.text("#fs-count").replaceAll("\\D+", " ").strip().split(" ")[0]);
  }

  @Test
  void everythingIsThereInChinese() throws IOException {
    open(Locale.SIMPLIFIED_CHINESE, 1366, 768, "");
    assertThat(browser.text("h1")).isEqualTo("食品安全风险分级报告 2026");
    assertThat(browser.text("#fs-count")).isEqualTo("显示 600 家，共 600 家");
    assertThat(browser.all("#fs-map path.leaflet-interactive")).hasSize(4);
    assertThat(browser.all("#fs-map .cluster").size() + browser.all("#fs-map .point").size())
        .isGreaterThan(5);
    assertThat(browser.all("#fs-map .area-label")).hasSize(5);
    assertThat(browser.text("#fs-map-note")).contains("新城区").contains("没有坐标");
    assertThat(browser.all("#fs-chart-district canvas")).isNotEmpty();
    assertThat(browser.all("#fs-table tbody tr")).hasSize(50);
    assertThat(browser.all(".chip")).hasSize(5);
    assertThat(browser.all("section.block")).hasSize(3);
    browser.picture("zh-1366x768");
    browser.run("document.getElementById('fs-after').scrollIntoView()");
    browser.picture("zh-1366x768-blocks");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1366, 768, 3", "390, 844, 1"})
  void namesOnTheMapStandFree(int width, int height, int least) throws IOException {
    open(Locale.ENGLISH, width, height, "");
    String names =
        "const box = (e) => e.getBoundingClientRect();"
            + "const names = [...document.querySelectorAll('#fs-map .area-label')]"
            + "  .filter((e) => e.style.opacity !== '0').map((e) => box(e.firstChild));";
    assertThat(
            browser.run(
                names
                    + "const points = [...document.querySelectorAll('#fs-map .cluster, #fs-map .point')].map(box);"
                    + "return names.filter((a) => points.some((b) => a.left < b.right && b.left < a.right"
                    + "  && a.top < b.bottom && b.top < a.bottom)).length"))
        .as("under a point")
        .isEqualTo(0L);
    assertThat(
            browser.run(
                names
                    + "const map = box(document.getElementById('fs-map'));"
                    + "return names.filter((a) => a.left < map.left || a.right > map.right"
                    + "  || a.top < map.top || a.bottom > map.bottom).length"))
        .as("cut off by the edge")
        .isEqualTo(0L);
    assertThat((Long) browser.run(names + "return names.length")).isGreaterThanOrEqualTo(least);
    browser.picture("en-map-" + width);
  }

  @Test
  void whichAreRedInThisDistrictAndWhyTakesThreeClicks() throws IOException {
    open(Locale.SIMPLIFIED_CHINESE, 1366, 768, "");
    browser.run(
        "const s = document.getElementById('fs-district'); s.value = '360103';"
            + "s.dispatchEvent(new Event('change'))");
    long inDistrict = shown();
    assertThat(inDistrict).isBetween(50L, 250L);
    browser.one(".chip[data-class=red]").click();
    long red = shown();
    assertThat(red).isBetween(1L, inDistrict - 1);
    assertThat(browser.all("#fs-table tbody tr")).hasSize((int) Math.min(50, red));
    assertThat(browser.all("#fs-table tbody td.grade"))
        .allSatisfy(cell -> assertThat(cell.getText()).isEqualTo("D级 高风险"));
    browser.picture("zh-filtered");
    browser.one("#fs-table tbody tr .link").click();
    browser.await("return document.getElementById('fs-dossier').open");
    browser.picture("zh-dossier");
    String dossier = browser.text("#fs-dossier");
    assertThat(dossier).contains("为什么是这个等级", "食品安全法 第", "待办事项", "合计");
    assertThat(browser.all("#fs-dossier .reasons tbody tr")).hasSize(13);
    assertThat(browser.all("#fs-dossier .reasons code")).hasSizeGreaterThan(10);
    assertThat(browser.address()).contains("d=360103", "c=red", "o=S");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void missingNotApplicableAndZeroLookDifferent() throws IOException {
    open(Locale.ENGLISH, 1366, 768, "c=none");
    browser.await("return document.querySelector('.chip[data-class=none]').ariaPressed === 'true'");
    browser.one("#fs-table tbody tr .link").click();
    browser.await("return document.getElementById('fs-dossier').open");
    WebElement missing = browser.one(".reasons tr.missing");
    assertThat(missing.getText()).contains("? Not known", "no inspection within two years");
    assertThat(missing.getCssValue("background-image")).contains("gradient");
    assertThat(browser.all(".reasons tr.not-applicable"))
        .allSatisfy(row -> assertThat(row.getText()).contains("— Not applicable"));
    assertThat(browser.all(".reasons tfoot")).isEmpty();
    browser.picture("en-missing");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aPhoneShowsEverythingInOneColumn() throws IOException {
    open(Locale.ENGLISH, 390, 844, "");
    // The digest of a policy has no place to break.
    browser.run(
        "document.getElementById('fs-note').textContent = 'Policy, SHA-256 ' + 'd97c02f7'.repeat(8)");
    assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    assertThat(
            browser.run(
                "const e = document.getElementById('fs-note').getBoundingClientRect();"
                    + "return e.right <= innerWidth"))
        .isEqualTo(true);
    assertThat(
            browser.run(
                "const s = document.querySelector('#fs-table-section .scroll');"
                    + "return s.scrollWidth <= s.clientWidth"))
        .isEqualTo(true);
    browser.picture("en-390x844");
    browser.run("document.getElementById('fs-table-section').scrollIntoView()");
    browser.picture("en-390x844-table");
    browser.run("document.querySelector('#fs-table tbody tr .link').click()");
    browser.await("return document.getElementById('fs-dossier').open");
    assertThat(
            browser.run(
                "const d = document.getElementById('fs-dossier'); return d.scrollWidth <= d.clientWidth"))
        .isEqualTo(true);
    browser.picture("en-390x844-dossier");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theKeyboardIsEnough() throws IOException {
    open(Locale.ENGLISH, 1366, 768, "");
    browser.run("document.querySelector('.chip[data-class=red]').focus()");
    browser.press(Keys.SPACE);
    assertThat(browser.one(".chip[data-class=red]").getAttribute("aria-pressed")).isEqualTo("true");
    long red = shown();
    assertThat(red).isLessThan(COUNT);
    browser.run("document.getElementById('fs-sort-score').focus()");
    browser.press(Keys.ENTER);
    assertThat(browser.all("th[aria-sort=ascending]")).hasSize(1);
    assertThat(browser.focused().getAttribute("id")).isEqualTo("fs-sort-score");
    browser.run("document.querySelector('#fs-table tbody tr .link').focus()");
    browser.press(Keys.ENTER);
    browser.await("return document.getElementById('fs-dossier').open");
    assertThat(browser.focused().getAttribute("aria-label")).isEqualTo("Close");
    browser.press(Keys.ESCAPE);
    browser.await("return !document.getElementById('fs-dossier').open");
    browser.await("return !location.hash.includes('o=S')");
    browser.await("return document.activeElement.className === 'link'");
    browser.run("document.querySelector('#fs-map .leaflet-marker-icon[tabindex]').focus()");
    String before = browser.text("#fs-map .leaflet-control-scale");
    browser.press(Keys.ENTER);
    browser.await(
        "return document.getElementById('fs-dossier').open || document.querySelector('.leaflet-popup')"
            + " || document.querySelector('#fs-map .leaflet-control-scale').innerText !== '"
            + before
            + "'");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void everyControlHasAName() throws IOException {
    open(Locale.ENGLISH, 1366, 768, "");
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('button, select, input, [role=button], a')]"
                    + ".filter(e => !(e.getAttribute('aria-label') || e.title || e.innerText.trim()"
                    + " || e.textContent.trim() || e.labels?.[0]?.textContent.trim())).map(e => e.outerHTML)"))
        .isEqualTo(List.of());
    assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");
    assertThat(browser.one("#fs-count").getAttribute("aria-live")).isEqualTo("polite");
    assertThat(browser.one("#fs-table").findElements(org.openqa.selenium.By.cssSelector("th")))
        .allSatisfy(th -> assertThat(th.getAttribute("scope")).isEqualTo("col"));
  }

  @Test
  void aNameDoesNothingWhateverItSays() throws IOException {
    open(Locale.ENGLISH, 1366, 768, "q=S0000");
    browser.await("return document.querySelectorAll('#fs-table tbody tr').length < 20");
    assertThat(browser.text("#fs-table tbody"))
        .contains("<img src=x onerror=\"document.title='hacked'\">", "</script><script>");
    browser.run(
        "[...document.querySelectorAll('#fs-table .link')].find(e => e.textContent.startsWith('<img')).click()");
    browser.await("return document.getElementById('fs-dossier').open");
    assertThat(browser.text("#fs-dossier-title")).startsWith("<img src=x");
    assertThat(browser.all("#fs-dossier img, #fs-table img, #fs-map img")).isEmpty();
    assertThat(browser.run("return document.title")).isEqualTo("Food-safety risk grades 2026");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void barsAndOutlinesFilter() throws IOException {
    open(Locale.ENGLISH, 1366, 768, "");
    browser.run(
        "document.querySelector('#fs-map path.leaflet-interactive')"
            + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))");
    browser.await("return document.getElementById('fs-district').value !== ''");
    long district = shown();
    assertThat(district).isLessThan(COUNT);
    browser.one("#fs-reset").click();
    assertThat(shown()).isEqualTo(COUNT);
    browser.one("#fs-counts summary").click();
    browser.await("return document.querySelector('#fs-counts-body button') !== null");
    WebElement first = browser.one("#fs-counts-body button[aria-label*='high risk']");
    String count = first.getText();
    first.click();
    assertThat(shown()).isEqualTo(Long.parseLong(count));
    browser.one("#fs-reset").click();
    // In the middle of the uppermost bar.
    browser.run(
        "const c = document.querySelector('#fs-chart-district canvas'), b = c.getBoundingClientRect();"
            + "const at = { clientX: b.left + b.width * 0.4, clientY: b.top + 16, bubbles: true };"
            + "for (const t of ['mousemove', 'mousedown', 'mouseup', 'click'])"
            + " c.dispatchEvent(new MouseEvent(t, at))");
    browser.await("return document.getElementById('fs-district').value === '360102'");
    assertThat(browser.address()).contains("d=360102", "c=");
    assertThat(browser.complaints()).isEmpty();
  }
}
