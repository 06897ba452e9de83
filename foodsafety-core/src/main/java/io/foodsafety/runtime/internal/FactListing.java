package io.foodsafety.runtime.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists facts: the storage's index preselects with a day's margin, and each fact is then looked at.
 */
final class FactListing {

  private final FactQuery query;
  private final StoredRecords reader;

  FactListing(FactQuery query, StoredRecords reader) {
    this.query = query;
    this.reader = reader;
  }

  Stream<Fact> in(Storage storage) {
    return PagedStream.of(storage, preselection(), this::select);
  }

  private Query preselection() {
    Query selection = Query.of(CitySchema.FACTS).orderBy(CitySchema.AT);
    if (query.subject().isPresent()) {
      selection = selection.where(CitySchema.CONCERNS, query.subject().get().toString());
    }
    if (query.kind().isPresent()) {
      selection = selection.where(CitySchema.KIND, query.kind().get());
    }
    @Nullable String from =
        query.window().map(window -> window.from()).map(SortableTime::from).orElse(null);
    @Nullable String behind = lastDay().map(SortableTime::behind).orElse(null);
    return from == null && behind == null
        ? selection
        : selection.range(CitySchema.AT, from, behind);
  }

  /** The earlier one of the window's last day and the day as of which facts count. */
  private Optional<LocalDate> lastDay() {
    return Stream.concat(
            query.window().map(FactQuery.Window::to).stream(),
            query.countingOn().map(FactQuery.Day::date).stream())
        .min(LocalDate::compareTo);
  }

  private List<Fact> select(ReadView view, Page page) {
    List<Fact> facts = page.documents().stream().map(reader::fact).filter(this::isWanted).toList();
    if (query.countingOn().isEmpty() || facts.isEmpty()) {
      return facts;
    }
    Set<String> counting = counting(facts, withdrawals(view, facts), query.countingOn().get());
    return facts.stream().filter(fact -> counting.contains(fact.id())).toList();
  }

  private boolean isWanted(Fact fact) {
    return hasRole(fact)
        && query
            .window()
            .map(window -> isWithin(fact.at().dateIn(window.zone()), window))
            .orElse(true)
        && query.knownBefore().map(instant -> wasKnown(fact, instant)).orElse(true);
  }

  private boolean hasRole(Fact fact) {
    if (query.subject().isEmpty() || query.role().isEmpty()) {
      return true;
    }
    String role = query.role().get();
    SubjectRef holder =
        role.equals(FactQuery.SUBJECT_ROLE) ? fact.subject() : fact.refs().get(role);
    return query.subject().get().equals(holder);
  }

  private static boolean isWithin(LocalDate day, FactQuery.Window window) {
    return !day.isBefore(window.from()) && !day.isAfter(window.to());
  }

  private static boolean wasKnown(Fact fact, Instant instant) {
    return fact.recordedAt().map(at -> at.isBefore(instant)).orElse(true);
  }

  private Set<String> counting(List<Fact> facts, List<Withdrawal> withdrawals, FactQuery.Day day) {
    FactHistory known = FactHistory.of(facts, withdrawals);
    FactHistory seen = query.knownBefore().map(known::knownBefore).orElse(known);
    Set<String> ids = new HashSet<>();
    seen.counting(AsOf.date(day.date()), day.zone()).forEach(fact -> ids.add(fact.id()));
    return ids;
  }

  private List<Withdrawal> withdrawals(ReadView view, List<Fact> facts) {
    Query any = Query.of(CitySchema.WITHDRAWALS);
    if (view.query(any.limit(1)).documents().isEmpty()) {
      return List.of();
    }
    return facts.stream()
        .flatMap(fact -> targeting(view, any.where(CitySchema.TARGET, fact.id())))
        .map(reader::withdrawal)
        .toList();
  }

  private static Stream<Document> targeting(ReadView view, Query query) {
    Page page = view.query(query);
    return page.next().isEmpty()
        ? page.documents().stream()
        : Stream.concat(page.documents().stream(), targeting(view, query.after(page.next().get())));
  }
}
