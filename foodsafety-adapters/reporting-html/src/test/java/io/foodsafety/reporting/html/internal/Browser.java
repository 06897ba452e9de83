package io.foodsafety.reporting.html.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless browser of the machine that has one page open. */
final class Browser implements AutoCloseable {

  /** Where a browser may be; the driver beside it. */
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether the machine has a browser and its driver. */
  static boolean isThere() {
    return binary().isPresent() && Files.isExecutable(DRIVER);
  }

  private static Optional<Path> binary() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  static Browser open(int width, int height) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary().orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage");
    // As a phone or a screen has it: a window cannot be made that narrow.
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of(
            "deviceMetrics",
            Map.of("width", width, "height", height, "pixelRatio", 1, "touch", false)));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens a page and waits until it is usable; milliseconds from the start of loading. */
  long load(Path page) {
    driver.get(page.toUri().toString());
    return awaitUsable();
  }

  long awaitUsable() {
    await("return document.documentElement.dataset.usable || null");
    return Long.parseLong(String.valueOf(run("return document.documentElement.dataset.usable")));
  }

  /** Goes to another view of the same page. */
  void hash(String hash) {
    run("location.hash = arguments[0]", hash);
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  void await(String script) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    Object value = driver.executeScript(script);
    while (value == null || value.equals(false)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Within 30 s this did not come true: %s %s".formatted(script, complaints()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      value = driver.executeScript(script);
    }
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String text(String selector) {
    return one(selector).getText();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  void press(Keys key) {
    focused().sendKeys(key);
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** Warnings and errors of the console. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Keeps a picture of what is seen. */
  void picture(String name) throws IOException {
    File shot = driver.getScreenshotAs(OutputType.FILE);
    Path pictures = Files.createDirectories(Path.of("target", "pictures"));
    Files.copy(shot.toPath(), pictures.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Files of the test that a browser opens. */
  static Path file(String name) throws IOException {
    return Files.createDirectories(Path.of("target", "pages")).resolve(name).toAbsolutePath();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
