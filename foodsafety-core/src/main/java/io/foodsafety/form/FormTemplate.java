package io.foodsafety.form;

import com.google.common.hash.Hashing;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.internal.FormReader;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.rule.Expr;
import io.foodsafety.text.LocalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A form: what is to be checked or filled in, and which facts come out. Read from a file, checked
 * as a whole, immutable. The format is {@code io/foodsafety/form/form-1.schema.json} beside this
 * class.
 *
 * @param id its name
 * @param version its version
 * @param sha256 the SHA-256 of the bytes it was read from, in hexadecimal
 * @param title its title
 * @param purpose such as {@code inspection}, {@code self-check} or {@code declaration}
 * @param status {@code official}, {@code partial}, {@code local} or {@code sample}
 * @param basis the rule it rests on
 * @param note what a user of the form must know, such as what it lacks
 * @param effectiveFrom its first day, if it has one
 * @param effectiveTo its last day, if it has one
 * @param completeness whether all items that apply must be answered
 * @param minSubmitters the least number of people who fill it in
 * @param scoring how the answers become a score, if they do
 * @param weightBy the word of the business by which items weigh, if any weighs so
 * @param sections its parts
 * @param facts the facts that come out of a submission
 * @param declares the kinds of fact and attributes of businesses that it declares itself
 */
public record FormTemplate(
    String id,
    String version,
    String sha256,
    LocalText title,
    String purpose,
    String status,
    String basis,
    Optional<LocalText> note,
    Optional<LocalDate> effectiveFrom,
    Optional<LocalDate> effectiveTo,
    Completeness completeness,
    int minSubmitters,
    Optional<Scoring> scoring,
    Optional<Expr> weightBy,
    List<FormSection> sections,
    List<FactRule> facts,
    FactCatalogue declares) {

  /** The purpose of a form of an inspection. */
  public static final String INSPECTION = "inspection";

  /** Copies the lists. */
  public FormTemplate {
    sections = List.copyOf(sections);
    facts = List.copyOf(facts);
  }

  /**
   * Whether all items that apply must be answered (order 49 art. 27).
   *
   * @param required whether they must
   * @param field a field that may lift the duty, if there is one
   * @param except the words in it that lift the duty, such as {@code flight}
   */
  public record Completeness(boolean required, Optional<String> field, Set<String> except) {
    /** Copies the words. */
    public Completeness {
      except = Set.copyOf(except);
    }
  }

  /**
   * Reads a form.
   *
   * @param file the file
   * @param base the kinds and attributes that are declared already; the form may declare more
   * @return the form
   * @throws FormException with everything that is wrong with the file
   */
  public static FormTemplate read(Path file, FactCatalogue base) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FormException(
          List.of(
              FormIssues.UNREADABLE
                  .at(new Location(file.toString(), 0, ""))
                  .with("file", file)
                  .with("fault", e.getClass().getSimpleName())
                  .build()));
    }
    return parse(bytes, file.toString(), base);
  }

  /**
   * Reads a form from memory.
   *
   * @param bytes the document, UTF-8
   * @param source what to call it in messages
   * @param base the kinds and attributes that are declared already; the form may declare more
   * @return the form
   * @throws FormException with everything that is wrong with the document
   */
  public static FormTemplate parse(byte[] bytes, String source, FactCatalogue base) {
    return FormReader.read(bytes, source, base, Hashing.sha256().hashBytes(bytes).toString());
  }

  /** {@return all items, in order} */
  public List<FormItem> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }

  /** {@return all fields, in order} */
  public List<FormField> fields() {
    return sections.stream().flatMap(section -> section.fields().stream()).toList();
  }

  /**
   * An item by number.
   *
   * @param number its number
   * @return the item, or nothing
   */
  public Optional<FormItem> findItem(String number) {
    return items().stream().filter(item -> item.number().equals(number)).findFirst();
  }

  /**
   * Whether it is in force on a day.
   *
   * @param date the day
   * @return true from its first to its last day, both included
   */
  public boolean isInForceOn(LocalDate date) {
    return effectiveFrom.map(from -> !date.isBefore(from)).orElse(true)
        && effectiveTo.map(to -> !date.isAfter(to)).orElse(true);
  }

  /**
   * Whether another version and this one are in force on the same day.
   *
   * @param other a form
   * @return true if their times have a day in common
   */
  public boolean overlaps(FormTemplate other) {
    return !startsAfterEndOf(other) && !other.startsAfterEndOf(this);
  }

  private boolean startsAfterEndOf(FormTemplate other) {
    return effectiveFrom.isPresent()
        && other.effectiveTo.isPresent()
        && effectiveFrom.get().isAfter(other.effectiveTo.get());
  }

  /**
   * The same form in other Chinese words, such as those of the official table, which a host loads
   * with {@link FormWording}. Id, version and hash stay: what is asked is the same.
   *
   * @param zhByItem Chinese texts by number of item; items that are not named keep theirs
   * @return the form
   * @throws FormException if an item is unknown
   */
  public FormTemplate withWording(Map<String, String> zhByItem) {
    Set<String> numbers = items().stream().map(FormItem::number).collect(Collectors.toSet());
    List<Issue> issues = new ArrayList<>();
    for (String number : new TreeSet<>(zhByItem.keySet())) {
      if (!numbers.contains(number)) {
        issues.add(
            FormIssues.UNKNOWN_NAME
                .at(Location.unknown())
                .with("what", "item")
                .with("name", number)
                .with("nearest", NearestNames.of(number, numbers))
                .build());
      }
    }
    if (!issues.isEmpty()) {
      throw new FormException(issues);
    }
    return withSections(
        sections.stream()
            .map(
                section ->
                    new FormSection(
                        section.number(),
                        section.title(),
                        section.items().stream().map(item -> reworded(item, zhByItem)).toList(),
                        section.fields()))
            .toList());
  }

  private static FormItem reworded(FormItem item, Map<String, String> zhByItem) {
    String zh = zhByItem.get(item.number());
    return zh == null || zh.isBlank() ? item : item.withText(item.text().withZh(zh));
  }

  private FormTemplate withSections(List<FormSection> newSections) {
    return new FormTemplate(
        id,
        version,
        sha256,
        title,
        purpose,
        status,
        basis,
        note,
        effectiveFrom,
        effectiveTo,
        completeness,
        minSubmitters,
        scoring,
        weightBy,
        newSections,
        facts,
        declares);
  }
}
