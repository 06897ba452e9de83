package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.match.MatchTables;
import io.foodsafety.match.NormalName;
import io.foodsafety.match.Normaliser;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.VersionConflictException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By what businesses are searched for: codes, numbers, the name in normal form and pairs of its
 * characters. Made with the tables in the box alone, so that they mean the same in every city; new
 * tables need a new number in {@link StoredFormats}.
 */
final class SubjectKeys {

  static final String CODE = "c";
  static final String LICENCE = "l";
  static final String TELEPHONE = "t";
  static final String PAIR = "p";

  static final Normaliser NORMALISER = Normaliser.of(MatchTables.standard());

  /** Characters of a name that are looked at: the keys of a business are bounded. */
  private static final int MAX_NAME = 256;

  private static final int MAX_PAIRS = 16;
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final Journal journal;

  SubjectKeys(Journal journal) {
    this.journal = journal;
  }

  static DocumentKey key(String subject) {
    return new DocumentKey(CitySchema.SUBJECT_KEYS, subject);
  }

  static DocumentWrite write(DocumentKey key, long version, Map<String, List<String>> index) {
    return DocumentWrite.replace(key.collection(), key.id(), version, BODY, index);
  }

  static Map<String, List<String>> index(Subject subject) {
    NormalName name = NORMALISER.name(subject.name());
    Set<String> keys = new LinkedHashSet<>();
    subject.creditCode().ifPresent(code -> keys.add(CODE + code.value()));
    subject.licences().stream()
        .map(licence -> NORMALISER.code(licence.number()))
        .filter(licence -> !licence.isEmpty())
        .forEach(licence -> keys.add(LICENCE + licence));
    subject.telephones().stream()
        .map(NORMALISER::telephone)
        .filter(telephone -> !telephone.isEmpty())
        .forEach(telephone -> keys.add(TELEPHONE + telephone));
    keys.addAll(pairs(name));
    Map<String, List<String>> index = new HashMap<>();
    index.put(CitySchema.KEY, List.copyOf(keys));
    String core = head(name.core());
    if (!core.isEmpty()) {
      index.put(CitySchema.NAME, List.of(core));
    }
    return index;
  }

  /** The name as it is stored. */
  static String head(String core) {
    return core.codePointCount(0, core.length()) <= MAX_NAME
        ? core
        : core.substring(0, core.offsetByCodePoints(0, MAX_NAME));
  }

  /** The keys of pairs of neighbouring characters of what is distinct in a name. */
  static List<String> pairs(NormalName name) {
    int[] characters = name.distinct().codePoints().toArray();
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 1 < characters.length && pairs.size() < MAX_PAIRS; i++) {
      pairs.add(PAIR + new String(characters, i, 2));
    }
    if (characters.length == 1) {
      pairs.add(PAIR + name.distinct());
    }
    return List.copyOf(pairs);
  }

  /** Makes the keys that an older version has not stored. It may be cut short and begun again. */
  void addMissing() {
    StoredRecords records = new StoredRecords(FactCatalogue.standard());
    Query all = Query.of(CitySchema.SUBJECTS);
    Optional<Query> next = Optional.of(all);
    while (next.isPresent()) {
      Query query = next.get();
      Optional<Page> page = addMissing(query, records);
      // A page in which another process has written meanwhile is read again.
      next = page.isEmpty() ? next : page.get().next().map(all::after);
    }
  }

  private Optional<Page> addMissing(Query query, StoredRecords records) {
    try {
      return Optional.of(
          journal.write(
              Actor.system("foodsafety"),
              transaction -> {
                Page page = transaction.view().query(query);
                List<String> ids = page.documents().stream().map(Document::id).toList();
                Map<String, Document> known =
                    transaction.view().getAll(CitySchema.SUBJECT_KEYS, ids);
                List<DocumentWrite> writes = new ArrayList<>();
                for (Document document : page.documents()) {
                  if (!known.containsKey(document.id())) {
                    writes.add(write(key(document.id()), 0, index(records.subject(document))));
                  }
                }
                transaction.putDerived(writes);
                return page;
              }));
    } catch (VersionConflictException e) {
      return Optional.empty();
    }
  }
}
