package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.ledger.internal.TreeGrowth;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.VersionConflictException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final String TREE = "ledger-tree";

  /** Before the name of the hash function of the ledger, in lower case, unless it is SHA-256. */
  private static final String DIGEST = "digest-";

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
              Map.entry("outbox", 1),
              Map.entry("sealed", 1),
              Map.entry("looks", 1),
              Map.entry("notifications", 1),
              Map.entry(TREE, 1)));

  /** Formats that a storage of an earlier version lacks, and gets when it is opened. */
  private static final Set<String> ADDED =
      Set.of(
          "submissions",
          "relations",
          "identities",
          SUBJECT_KEYS,
          "trace",
          "progress",
          "outbox",
          "sealed",
          "looks",
          "notifications",
          TREE);

  private StoredFormats() {}

  /** Writes or compares the versions; an issue for each that this version does not read. */
  static List<Issue> check(Storage storage, Clock clock, LedgerDigest digest) {
    Journal journal = new Journal(storage, clock, digest);
    Optional<Document> stored = journal.read(view -> view.get(CitySchema.META, DOCUMENT));
    Document document =
        stored.orElseGet(() -> journal.write(Actor.system("foodsafety"), tx -> write(tx, digest)));
    List<Issue> issues = new ArrayList<>();
    compare(document, digest, issues);
    if (issues.isEmpty() && lacksSome(document)) {
      if (!CanonicalJson.read(document.body()).containsKey(SUBJECT_KEYS)) {
        new SubjectKeys(journal).addMissing();
      }
      growTree(storage, digest);
      add(journal);
    }
    return issues;
  }

  /**
   * A ledger of a version without a tree gets it now. One whose seals are damaged gets none: the
   * verification says what is wrong with them.
   */
  private static void growTree(Storage storage, LedgerDigest digest) {
    try {
      new TreeGrowth(storage, digest).grow(() -> true);
    } catch (StorageException e) {
      // The city must open, so that the verification can be asked; advance fails for the same
      // reason.
    }
  }

  private static Document write(JournaledTransaction tx, LedgerDigest digest) {
    Optional<Document> stored = tx.view().get(CitySchema.META, DOCUMENT);
    if (stored.isPresent()) {
      return stored.get();
    }
    Map<String, @Nullable Object> fields = new TreeMap<>();
    current(digest).forEach((format, version) -> fields.put(format, BigDecimal.valueOf(version)));
    byte[] body = CanonicalJson.write(fields);
    tx.putAll(List.of(DocumentWrite.insert(CitySchema.META, DOCUMENT, body, Map.of())));
    return Document.of(DOCUMENT, 1, body);
  }

  private static Map<String, Integer> current(LedgerDigest digest) {
    Map<String, Integer> formats = new TreeMap<>(CURRENT);
    if (!digest.algorithm().equals(LedgerDigest.STANDARD)) {
      formats.put(DIGEST + digest.algorithm().toLowerCase(Locale.ROOT), 1);
    }
    return formats;
  }

  /**
   * The hash function of the ledger: the one with which a stored city was made, or that of a suite
   * for a new one.
   *
   * @param storage the storage
   * @param chosen the suite that the host has chosen
   * @param all all suites
   * @return the hash function; nothing if no suite offers the one that is needed
   */
  static Optional<LedgerDigest> digest(
      Storage storage, CryptoProvider chosen, List<CryptoProvider> all) {
    Optional<Document> stored = storage.read(view -> view.get(CitySchema.META, DOCUMENT));
    if (stored.isEmpty()) {
      return Optional.of(LedgerDigest.of(chosen.digestAlgorithm(), chosen::newDigest));
    }
    Optional<String> named = storedDigest(stored.get());
    return named.isEmpty()
        ? Optional.of(LedgerDigest.sha256())
        : all.stream()
            .filter(suite -> named.get().equals(suite.digestAlgorithm().toLowerCase(Locale.ROOT)))
            .findFirst()
            .map(suite -> LedgerDigest.of(suite.digestAlgorithm(), suite::newDigest));
  }

  /** The name that the formats give; nothing for SHA-256, and if they cannot be read. */
  private static Optional<String> storedDigest(Document document) {
    try {
      return CanonicalJson.read(document.body()).keySet().stream()
          .filter(name -> name.startsWith(DIGEST))
          .map(name -> name.substring(DIGEST.length()))
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the comparison of the formats reports it
    }
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

  private static void compare(Document document, LedgerDigest digest, List<Issue> issues) {
    Map<String, Integer> formats = current(digest);
    Map<String, @Nullable Object> stored;
    try {
      stored = CanonicalJson.read(document.body());
    } catch (IllegalArgumentException e) {
      issues.add(issue("meta/" + DOCUMENT, "unreadable", "JSON"));
      return;
    }
    TreeSet<String> names = new TreeSet<>(formats.keySet());
    names.addAll(stored.keySet());
    for (String format : names) {
      Object version = stored.get(format);
      Integer current = formats.get(format);
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
