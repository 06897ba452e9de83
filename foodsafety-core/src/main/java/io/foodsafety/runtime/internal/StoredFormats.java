package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.VersionConflictException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the formats in which documents and log entries are stored. Written when a storage
 * is opened for the first time, compared at every later opening. A released format is never edited:
 * a new one gets a new number here, and a way to read the old one.
 */
final class StoredFormats {

  /** The document that holds the versions. */
  static final String DOCUMENT = "formats";

  private static final String SUBJECT_KEYS = "subject-keys";

  private static final Map<String, Integer> CURRENT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("facts", 1),
              Map.entry("withdrawals", 1),
              Map.entry("subjects", 1),
              Map.entry("ledger", 1),
              Map.entry("seals", 1),
              Map.entry("submissions", 1),
              Map.entry("relations", 1),
              Map.entry("identities", 1),
              Map.entry(SUBJECT_KEYS, 1),
              Map.entry("trace", 1),
              Map.entry("progress", 1),
              Map.entry("outbox", 1)));

  /** Formats that a storage of an earlier version lacks, and gets when it is opened. */
  private static final Set<String> ADDED =
      Set.of("submissions", "relations", "identities", SUBJECT_KEYS, "trace", "progress", "outbox");

  private StoredFormats() {}

  /** Writes or compares the versions; an issue for each that this version does not read. */
  static List<Issue> check(Storage storage, Clock clock) {
    Journal journal = new Journal(storage, clock);
    Optional<Document> stored = journal.read(view -> view.get(CitySchema.META, DOCUMENT));
    Document document =
        stored.orElseGet(() -> journal.write(Actor.system("foodsafety"), StoredFormats::write));
    List<Issue> issues = new ArrayList<>();
    compare(document, issues);
    if (issues.isEmpty() && lacksSome(document)) {
      if (!CanonicalJson.read(document.body()).containsKey(SUBJECT_KEYS)) {
        new SubjectKeys(journal).addMissing();
      }
      add(journal);
    }
    return issues;
  }

  private static Document write(JournaledTransaction tx) {
    Optional<Document> stored = tx.view().get(CitySchema.META, DOCUMENT);
    if (stored.isPresent()) {
      return stored.get();
    }
    Map<String, @Nullable Object> fields = new TreeMap<>();
    CURRENT.forEach((format, version) -> fields.put(format, BigDecimal.valueOf(version)));
    byte[] body = CanonicalJson.write(fields);
    tx.putAll(List.of(DocumentWrite.insert(CitySchema.META, DOCUMENT, body, Map.of())));
    return Document.of(DOCUMENT, 1, body);
  }

  private static void add(Journal journal) {
    try {
      journal.write(Actor.system("foodsafety"), StoredFormats::add);
    } catch (VersionConflictException e) {
      // Another process has added them at the same time, with the same numbers.
    }
  }

  private static boolean lacksSome(Document document) {
    return !CanonicalJson.read(document.body()).keySet().containsAll(ADDED);
  }

  /** Adds what is lacking, unless another process has done so meanwhile. */
  private static boolean add(JournaledTransaction tx) {
    Document document = tx.view().get(CitySchema.META, DOCUMENT).orElseThrow();
    if (!lacksSome(document)) {
      return false;
    }
    Map<String, @Nullable Object> fields = new TreeMap<>(CanonicalJson.read(document.body()));
    ADDED.forEach(
        format ->
            fields.putIfAbsent(
                format, BigDecimal.valueOf(Objects.requireNonNull(CURRENT.get(format)))));
    byte[] body = CanonicalJson.write(fields);
    tx.putAll(
        List.of(
            DocumentWrite.replace(CitySchema.META, DOCUMENT, document.version(), body, Map.of())));
    return true;
  }

  private static void compare(Document document, List<Issue> issues) {
    Map<String, @Nullable Object> stored;
    try {
      stored = CanonicalJson.read(document.body());
    } catch (IllegalArgumentException e) {
      issues.add(issue("meta/" + DOCUMENT, "unreadable", "JSON"));
      return;
    }
    TreeSet<String> formats = new TreeSet<>(CURRENT.keySet());
    formats.addAll(stored.keySet());
    for (String format : formats) {
      Object version = stored.get(format);
      Integer current = CURRENT.get(format);
      if (version == null && ADDED.contains(format)) {
        continue;
      }
      if (current == null
          || !(version instanceof BigDecimal number)
          || number.compareTo(BigDecimal.valueOf(current)) != 0) {
        issues.add(issue(format, text(version), text(current)));
      }
    }
  }

  private static String text(@Nullable Object version) {
    return version == null ? "none" : version.toString();
  }

  private static Issue issue(String format, String stored, String current) {
    return StartupIssues.STORED_FORMAT
        .at(Location.unknown())
        .with("format", format)
        .with("stored", stored)
        .with("current", current)
        .build();
  }
}
