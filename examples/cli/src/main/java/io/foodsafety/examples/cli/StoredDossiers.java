package io.foodsafety.examples.cli;

import io.foodsafety.fact.CodePointOrder;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Dossier;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The dossiers of a database: the registered businesses, and those that only facts mention. The ids
 * of the latter are held in memory; facts are not.
 */
final class StoredDossiers implements DossierSource {

  private static final int AT_ONCE = 200;

  private final FoodSafetyBuilder builder;
  private final Run run;
  private long records;

  StoredDossiers(FoodSafetyBuilder builder, Run run) {
    this.builder = builder;
    this.run = run;
  }

  @Override
  public void forEach(DossierConsumer consumer) throws IOException {
    try (FoodSafety city = builder.build()) {
      Session session = city.as(Actor.system("foodsafety grade"));
      NavigableSet<String> unregistered = mentioned(session);
      try (Stream<Subject> subjects = session.subjects().list()) {
        Map<String, Optional<Subject>> batch = new LinkedHashMap<>();
        for (Iterator<Subject> each = subjects.iterator(); each.hasNext(); ) {
          Subject subject = each.next();
          records++;
          while (!unregistered.isEmpty()
              && CodePointOrder.INSTANCE.compare(unregistered.first(), subject.id()) < 0) {
            putUnregistered(batch, unregistered.first(), session, consumer);
            unregistered.pollFirst();
          }
          unregistered.remove(subject.id());
          put(batch, subject.id(), Optional.of(subject), session, consumer);
        }
        for (String id : unregistered) {
          putUnregistered(batch, id, session, consumer);
        }
        handOver(batch, session, consumer);
      }
    }
  }

  @Override
  public Optional<Dossier> find(String subject) {
    try (FoodSafety city = builder.build()) {
      Session session = city.as(Actor.system("foodsafety outlook"));
      String id = session.subjects().leadingId(subject);
      SubjectRef ref = SubjectRef.business(id);
      FactHistory history =
          session.facts().histories(List.of(ref)).getOrDefault(ref, FactHistory.empty());
      Optional<Subject> registered = session.subjects().find(id);
      records = history.facts().size() + registered.stream().count();
      return records == 0 ? Optional.empty() : Optional.of(new Dossier(id, registered, history));
    }
  }

  /** The ids of all businesses that facts mention. */
  private NavigableSet<String> mentioned(Session session) {
    NavigableSet<String> ids = new TreeSet<>(CodePointOrder.INSTANCE);
    try (Stream<Fact> facts = session.facts().list(FactQuery.all())) {
      facts.forEach(
          fact -> {
            records++;
            run.progress().at(run.text("facts read", "已读事实"), records);
            fact.concerns().stream()
                .filter(ref -> ref.type() == SubjectType.BUSINESS)
                .map(SubjectRef::id)
                .forEach(ids::add);
          });
    }
    return ids;
  }

  /** An id that was merged leads to a registered business, whose facts its own are among. */
  private static void putUnregistered(
      Map<String, Optional<Subject>> batch, String id, Session session, DossierConsumer consumer)
      throws IOException {
    if (session.subjects().leadingId(id).equals(id)) {
      put(batch, id, Optional.empty(), session, consumer);
    }
  }

  private static void put(
      Map<String, Optional<Subject>> batch,
      String id,
      Optional<Subject> subject,
      Session session,
      DossierConsumer consumer)
      throws IOException {
    batch.put(id, subject);
    if (batch.size() == AT_ONCE) {
      handOver(batch, session, consumer);
    }
  }

  private static void handOver(
      Map<String, Optional<Subject>> batch, Session session, DossierConsumer consumer)
      throws IOException {
    List<SubjectRef> refs = new ArrayList<>();
    batch.keySet().forEach(id -> refs.add(SubjectRef.business(id)));
    Map<SubjectRef, FactHistory> histories = session.facts().histories(refs);
    for (Map.Entry<String, Optional<Subject>> each : batch.entrySet()) {
      FactHistory history =
          histories.getOrDefault(SubjectRef.business(each.getKey()), FactHistory.empty());
      consumer.accept(new Dossier(each.getKey(), each.getValue(), history));
    }
    batch.clear();
  }

  @Override
  public long records() {
    return records;
  }
}
