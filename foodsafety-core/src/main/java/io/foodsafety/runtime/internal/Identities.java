package io.foodsafety.runtime.internal;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which ids are of one business, in one snapshot, as known now or before an instant. */
final class Identities {

  private final ReadView view;
  private final Instant knownBefore;
  private final boolean isEmpty;

  Identities(ReadView view) {
    this(view, Instant.MAX);
  }

  Identities(ReadView view, Instant knownBefore) {
    this.view = view;
    this.knownBefore = knownBefore;
    this.isEmpty = view.query(Query.of(CitySchema.IDENTITIES).limit(1)).documents().isEmpty();
  }

  /** The id of the business that an id leads to: itself, unless it was merged. */
  String leading(String id) {
    if (isEmpty) {
      return id;
    }
    String leading = id;
    Optional<String> kept = kept(leading);
    Set<String> seen = new LinkedHashSet<>(Set.of(id));
    while (kept.isPresent() && seen.add(kept.get())) {
      leading = kept.get();
      kept = kept(leading);
    }
    return leading;
  }

  /** The business that a reference leads to; a reference to anything else stays. */
  SubjectRef leading(SubjectRef ref) {
    return ref.type() == SubjectType.BUSINESS ? SubjectRef.business(leading(ref.id())) : ref;
  }

  private Optional<String> kept(String id) {
    return view.get(CitySchema.IDENTITIES, id).flatMap(this::kept);
  }

  private Optional<String> kept(Document document) {
    return StoredIdentity.read(document).keptBefore(knownBefore);
  }

  /** Those of the ids that were merged into others. */
  Set<String> absorbed(Collection<String> ids) {
    if (isEmpty) {
      return Set.of();
    }
    Set<String> absorbed = new LinkedHashSet<>();
    for (Map.Entry<String, Document> each : view.getAll(CitySchema.IDENTITIES, ids).entrySet()) {
      if (kept(each.getValue()).isPresent()) {
        absorbed.add(each.getKey());
      }
    }
    return absorbed;
  }

  /** All ids of the business that an id leads to, the one it leads to first. */
  List<String> family(String id) {
    if (isEmpty) {
      return List.of(id);
    }
    Set<String> family = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(leading(id)));
    while (!open.isEmpty()) {
      String member = open.removeFirst();
      if (!family.add(member)) {
        continue;
      }
      for (Document document : mergedInto(view, member)) {
        if (kept(document).filter(member::equals).isPresent()) {
          open.addLast(document.id());
        }
      }
    }
    return List.copyOf(family);
  }

  /** References to the members of the family of a business; anything else stands alone. */
  List<SubjectRef> family(SubjectRef ref) {
    return ref.type() == SubjectType.BUSINESS
        ? family(ref.id()).stream().map(SubjectRef::business).toList()
        : List.of(ref);
  }

  /** The documents of the ids that were ever merged into a business. */
  static List<Document> mergedInto(ReadView view, String id) {
    Query query = Query.of(CitySchema.IDENTITIES).where(CitySchema.KEPT, id);
    List<Document> documents = new ArrayList<>();
    Optional<Query> next = Optional.of(query);
    while (next.isPresent()) {
      Page page = view.query(next.get());
      documents.addAll(page.documents());
      next = page.next().map(query::after);
    }
    return documents;
  }
}
