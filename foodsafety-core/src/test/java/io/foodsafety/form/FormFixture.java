package io.foodsafety.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form with everything in it, and submissions of it about the business S1. */
public final class FormFixture {

  /** Where days are read. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * Items 1 (key, weighs 4), 2 (weighs 2, a photo if it failed), 3 (weighs 4, canteens only), 4 (up
   * to 10 points); the field type, of which flight lifts the duty to answer all, and the field day.
   */
  public static final FormTemplate FORM = ofJson(text());

  private FormFixture() {}

  static Path folder() {
    return Path.of(
        System.getProperty("foodsafety.root"),
        "foodsafety-core/src/test/resources/io/foodsafety/form");
  }

  /** The document of the form. */
  public static String text() {
    try {
      return Files.readString(folder().resolve("visit.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A form, as in a file or with single quotes. */
  public static FormTemplate ofJson(String json) {
    return FormTemplate.parse(
        json.replace('\'', '"').getBytes(UTF_8), "form.json", FactCatalogue.standard());
  }

  /** The forms in the box. */
  static List<Path> shipped() {
    Path folder =
        Path.of(
            System.getProperty("foodsafety.root"),
            "foodsafety-adapters/region-cn/src/main/resources/META-INF/foodsafety/cn/forms");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FormTemplate shipped(String id) {
    Path file =
        shipped().stream()
            .filter(each -> each.getFileName().toString().equals(id + ".json"))
            .findFirst()
            .orElseThrow();
    return FormTemplate.read(file, FactCatalogue.standard());
  }

  /** A routine visit by two inspectors, of which nothing is answered yet. */
  public static Submission.Builder visit(String id, String at) {
    return Submission.of(id, FORM, SubjectRef.business("S1"), Moment.parse(at))
        .submitters("P1", "P2")
        .value("type", AttributeValue.code("routine"));
  }

  /** A visit to a restaurant at which nothing is wrong. */
  public static Submission.Builder clean(String id, String at) {
    return visit(id, at)
        .answer("1", Answer.satisfied())
        .answer("2", Answer.satisfied())
        .answer("4", Answer.satisfied().withPoints(BigDecimal.TEN));
  }

  static Optional<Subject> restaurant() {
    return Optional.of(business("restaurant"));
  }

  /** A business of a format. */
  public static Subject business(String format) {
    return Subject.builder("S1", "Business S1").segment("catering").format(format).build();
  }

  static FormEngine engine() {
    return FormEngine.of(FORM, ZONE);
  }

  /** Codes and paths, briefly. */
  public static List<String> brief(List<Issue> issues) {
    return issues.stream()
        .map(
            issue ->
                issue.code().substring("FS-".length())
                    + (issue.location().line() > 0 ? ":" + issue.location().line() : "")
                    + (issue.location().path().isEmpty() ? "" : " " + issue.location().path()))
        .toList();
  }
}
