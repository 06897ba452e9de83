package io.foodsafety.document;

import com.google.common.hash.Hashing;
import io.foodsafety.document.internal.TemplateReader;
import io.foodsafety.model.issue.Location;
import io.foodsafety.text.LocalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What an official document holds, in order, and where each value comes from. Read from a file,
 * checked as a whole, immutable. The format is said in {@code docs/documents.md}.
 *
 * @param id its name
 * @param version its version
 * @param sha256 the SHA-256 of the bytes it was read from, in hexadecimal
 * @param title its title
 * @param source what it is filled in from
 * @param policy the policy whose assessments it is for, if it is for one only
 * @param status {@code official}, {@code partial}, {@code local} or {@code sample}
 * @param basis the rule it rests on
 * @param note what a reader must know, printed below it
 * @param effectiveFrom its first day, if it has one
 * @param effectiveTo its last day, if it has one
 * @param parts its parts in order
 */
public record DocumentTemplate(
    String id,
    String version,
    String sha256,
    LocalText title,
    Source source,
    Optional<String> policy,
    String status,
    String basis,
    Optional<LocalText> note,
    Optional<LocalDate> effectiveFrom,
    Optional<LocalDate> effectiveTo,
    List<TemplatePart> parts) {

  /** What a document is filled in from. */
  public enum Source {
    /** A risk assessment. */
    ASSESSMENT,
    /** A form that was filled in. */
    SUBMISSION;

    /** {@return the name in files} */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the list. */
  public DocumentTemplate {
    Objects.requireNonNull(source, "source");
    parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @param file the file
   * @return the template
   * @throws DocumentException with everything that is wrong with the file
   */
  public static DocumentTemplate read(Path file) {
    try {
      return parse(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new DocumentException(
          List.of(
              DocumentIssues.UNREADABLE
                  .at(new Location(file.toString(), 0, ""))
                  .with("file", file)
                  .with("fault", e.getClass().getSimpleName())
                  .build()));
    }
  }

  /**
   * Reads a template from memory.
   *
   * @param bytes the document, UTF-8
   * @param source what to call it in messages
   * @return the template
   * @throws DocumentException with everything that is wrong with the document
   */
  public static DocumentTemplate parse(byte[] bytes, String source) {
    return TemplateReader.read(bytes, source, Hashing.sha256().hashBytes(bytes).toString());
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
}
