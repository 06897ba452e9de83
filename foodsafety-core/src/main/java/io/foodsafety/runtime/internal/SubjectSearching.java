package io.foodsafety.runtime.internal;

import io.foodsafety.match.EntityMatcher;
import io.foodsafety.match.Match;
import io.foodsafety.match.NormalName;
import io.foodsafety.match.internal.Similarity;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.subject.SearchResult;
import io.foodsafety.subject.SearchResult.Hit;
import io.foodsafety.subject.SearchResult.Why;
import io.foodsafety.subject.SubjectSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search of the register in one snapshot. For one thread. */
final class SubjectSearching {

  /** Businesses that are looked at for one key: what more of them share tells too little. */
  private static final int MAX_PER_KEY = 1_000;

  /** Businesses whose names are compared. */
  private static final int MAX_COMPARED = 300;

  private static final double ALIKE = 0.4;
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final ReadView view;
  private final StoredRecords records;
  private boolean complete = true;

  SubjectSearching(ReadView view, StoredRecords records) {
    this.view = view;
    this.records = records;
  }

  SearchResult search(SubjectSearch search) {
    List<Hit> hits =
        switch (search.by()) {
          case NAME -> byName(search.text());
          case CODE -> byCode(SubjectKeys.CODE, search.text(), Why.SAME_CODE);
          case LICENCE -> byCode(SubjectKeys.LICENCE, search.text(), Why.SAME_LICENCE);
          case TELEPHONE -> byTelephone(search.text());
        };
    return new SearchResult(hits.stream().limit(search.limit()).toList(), complete);
  }

  private List<Hit> byCode(String kind, String text, Why why) {
    return byKey(kind, SubjectKeys.NORMALISER.code(text), why);
  }

  private List<Hit> byTelephone(String text) {
    return byKey(SubjectKeys.TELEPHONE, SubjectKeys.NORMALISER.telephone(text), Why.SAME_TELEPHONE);
  }

  private List<Hit> byKey(String kind, String normal, Why why) {
    return normal.isEmpty()
        ? List.of()
        : sorted(hits(ids(kind + normal), subject -> new Ranked(why, 100)));
  }

  private List<Hit> byName(String text) {
    NormalName wanted = SubjectKeys.NORMALISER.name(text);
    String core = SubjectKeys.head(wanted.core());
    if (core.isEmpty()) {
      return List.of();
    }
    Set<String> ids = new LinkedHashSet<>();
    Query begins = Query.of(CitySchema.SUBJECT_KEYS).range(CitySchema.NAME, core, core + LAST);
    ids(begins.orderBy(CitySchema.NAME).limit(MAX_COMPARED), ids);
    ids.addAll(alike(SubjectKeys.pairs(wanted)));
    return sorted(hits(ids, subject -> rank(wanted, SubjectKeys.NORMALISER.name(subject.name()))));
  }

  private static @Nullable Ranked rank(NormalName wanted, NormalName name) {
    double alike =
        0.7 * Similarity.of(wanted.distinct(), name.distinct())
            + 0.3 * Similarity.of(wanted.core(), name.core());
    int score = (int) Math.round(100 * alike);
    if (name.core().equals(wanted.core())) {
      return new Ranked(Why.SAME_NAME, 100);
    }
    if (name.core().startsWith(wanted.core())) {
      return new Ranked(Why.NAME_BEGINS, score);
    }
    return alike < ALIKE ? null : new Ranked(Why.NAME_ALIKE, score);
  }

  /** The businesses that share the most pairs of characters, if they share two fifths of them. */
  private List<String> alike(List<String> pairs) {
    Map<String, Integer> shared = new HashMap<>();
    for (String pair : pairs) {
      ids(pair).forEach(id -> shared.merge(id, 1, Integer::sum));
    }
    List<String> best =
        shared.entrySet().stream()
            .filter(entry -> 5 * entry.getValue() >= 2 * pairs.size())
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    complete &= best.size() <= MAX_COMPARED;
    return best.stream().limit(MAX_COMPARED).toList();
  }

  private Set<String> ids(String key) {
    Set<String> ids = new LinkedHashSet<>();
    Query query = Query.of(CitySchema.SUBJECT_KEYS).where(CitySchema.KEY, key).limit(MAX_PER_KEY);
    ids(query, ids);
    return ids;
  }

  private void ids(Query query, Set<String> ids) {
    Page page = view.query(query);
    complete &= page.next().isEmpty();
    page.documents().forEach(document -> ids.add(document.id()));
  }

  private record Ranked(Why why, int score) {}

  private interface Ranking {
    @Nullable Ranked of(Subject registered);
  }

  /** A hit for each business, with the best of its records. */
  private List<Hit> hits(Set<String> ids, Ranking ranking) {
    Identities identities = new Identities(view);
    Map<String, Hit> hits = new LinkedHashMap<>();
    Map<String, Document> documents = view.getAll(CitySchema.SUBJECTS, ids);
    for (String id : ids) {
      Document document = documents.get(id);
      if (document == null) {
        continue;
      }
      Subject registered = records.subject(document);
      Ranked ranked = ranking.of(registered);
      if (ranked == null) {
        continue;
      }
      Subject subject =
          view.get(CitySchema.SUBJECTS, identities.leading(id))
              .map(records::subject)
              .orElse(registered);
      hits.merge(
          subject.id(),
          new Hit(subject, ranked.why(), ranked.score(), id),
          (one, other) -> order().compare(one, other) <= 0 ? one : other);
    }
    return new ArrayList<>(hits.values());
  }

  private static Comparator<Hit> order() {
    return Comparator.comparing(Hit::why)
        .thenComparing(Comparator.comparingInt(Hit::score).reversed())
        .thenComparing(hit -> hit.subject().id());
  }

  private static List<Hit> sorted(List<Hit> hits) {
    hits.sort(order());
    return hits;
  }

  /** The registered businesses that a record may be of, the likest first. */
  List<Match> candidates(Subject subject, EntityMatcher matcher) {
    Set<String> ids = new LinkedHashSet<>();
    for (String key : SubjectKeys.index(subject).getOrDefault(CitySchema.KEY, List.of())) {
      if (!key.startsWith(SubjectKeys.PAIR)) {
        ids.addAll(ids(key));
      }
    }
    ids.addAll(alike(SubjectKeys.pairs(SubjectKeys.NORMALISER.name(subject.name()))));
    Identities identities = new Identities(view);
    String own = identities.leading(subject.id());
    Set<String> found = new HashSet<>();
    return view.getAll(CitySchema.SUBJECTS, ids).values().stream()
        .filter(document -> !identities.leading(document.id()).equals(own))
        .map(document -> matcher.compare(subject, records.subject(document)))
        .filter(match -> match.verdict() != Match.Verdict.DIFFERENT)
        .sorted(
            Comparator.comparingInt((Match match) -> -match.score()).thenComparing(Match::second))
        .filter(match -> found.add(identities.leading(match.second())))
        .toList();
  }
}
