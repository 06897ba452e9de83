package io.foodsafety.runtime.internal;

import io.foodsafety.access.Look;
import io.foodsafety.access.SealedAccess;
import io.foodsafety.access.SealedAttributeService;
import io.foodsafety.access.SealedValue;
import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.VersionConflictException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sealed attributes of stored facts, on behalf of an actor. */
final class DefaultSealedAttributeService implements SealedAttributeService {

  private static final int MAX_PURPOSE = 256;

  private final Journal journal;
  private final Actor actor;
  private final StoredRecords reader;
  private final AttributeSealing sealing;
  private final SealedAccess access;
  private final Clock clock;

  DefaultSealedAttributeService(
      Journal journal, Actor actor, StoredRecords reader, CityCrypto crypto, Clock clock) {
    this.journal = journal;
    this.actor = actor;
    this.reader = reader;
    this.sealing = crypto.sealing();
    this.access = crypto.access();
    this.clock = clock;
  }

  @Override
  public Optional<Map<String, SealedValue>> look(String fact, String purpose) {
    if (purpose.isBlank() || purpose.codePointCount(0, purpose.length()) > MAX_PURPOSE) {
      throw new IllegalArgumentException(
          "The purpose must have 1 to %d characters.".formatted(MAX_PURPOSE));
    }
    return journal
        .read(view -> view.get(CitySchema.FACTS, fact))
        .map(document -> look(document, purpose));
  }

  private Map<String, SealedValue> look(Document document, String purpose) {
    Fact fact = reader.fact(document);
    Map<String, SealedValue> values = new TreeMap<>();
    if (fact.sealed().isEmpty()) {
      return values;
    }
    List<String> allowed =
        fact.sealed().stream().filter(name -> access.mayRead(actor, fact, name)).toList();
    Optional<Fact> open = allowed.isEmpty() ? Optional.empty() : open(document);
    for (String name : fact.sealed()) {
      values.put(
          name,
          allowed.contains(name)
              ? open.flatMap(each -> each.findAttribute(name))
                  .map(SealedValue::shown)
                  .orElseGet(SealedValue::keyDestroyed)
              : SealedValue.refused());
    }
    record(document.id(), purpose, values);
    return values;
  }

  /** The fact with all that can be opened; nothing of it was sealed if it has no envelope. */
  private Optional<Fact> open(Document document) {
    Map<String, @Nullable Object> stored = CanonicalJson.read(document.body());
    if (!stored.containsKey(AttributeSealing.SEALED)) {
      return Optional.of(reader.fact(document.id(), stored));
    }
    if (sealing.keys().isEmpty()) {
      throw new KeyException("The city has no keys.");
    }
    Map<String, @Nullable Object> fields =
        sealing
            .opened(document.id(), stored)
            .orElseGet(() -> AttributeSealing.without(List.of(), stored));
    return Optional.of(reader.fact(document.id(), fields));
  }

  private void record(String fact, String purpose, Map<String, SealedValue> values) {
    Map<String, SealedValue.State> states = new TreeMap<>();
    values.forEach((name, value) -> states.put(name, value.state()));
    Look look = new Look(actor.toString(), clock.instant(), fact, purpose, states);
    DocumentWrite write =
        DocumentWrite.insert(
            CitySchema.LOOKS,
            UUID.randomUUID().toString(),
            StoredLook.body(look),
            StoredLook.index(look));
    journal.write(
        actor,
        transaction -> {
          transaction.putAll(List.of(write));
          return true;
        });
  }

  @Override
  public List<Look> looks(String fact) {
    List<Look> looks = new ArrayList<>();
    Query all = Query.of(CitySchema.LOOKS).where(CitySchema.FACT, fact);
    for (Optional<Query> next = Optional.of(all); next.isPresent(); ) {
      Query query = next.get();
      Page page = journal.read(view -> view.query(query));
      page.documents().forEach(document -> looks.add(StoredLook.read(document)));
      next = page.next().map(all::after);
    }
    looks.sort(Comparator.comparing(Look::at));
    return List.copyOf(looks);
  }

  @Override
  public List<KeyRing.Key> keys() {
    return sealing.keys().map(KeyRing::keys).orElse(List.of());
  }

  @Override
  public String rotate() {
    return ring().rotate();
  }

  @Override
  public void destroy(String keyId) {
    ring().destroy(keyId);
  }

  private KeyRing ring() {
    return sealing.keys().orElseThrow(() -> new KeyException("The city has no keys."));
  }

  @Override
  public long rewrap() {
    long count = 0;
    Query all = Query.of(CitySchema.FACTS);
    for (Optional<Query> next = Optional.of(all); next.isPresent(); ) {
      Query query = next.get();
      Page page = journal.read(view -> view.query(query));
      for (Document document : page.documents()) {
        count += rewrap(document) ? 1 : 0;
      }
      next = page.next().map(all::after);
    }
    return count;
  }

  private boolean rewrap(Document document) {
    Map<String, @Nullable Object> stored = CanonicalJson.read(document.body());
    Optional<Map<String, @Nullable Object>> changed =
        stored.containsKey(AttributeSealing.SEALED)
            ? sealing.rewrap(document.id(), stored)
            : Optional.empty();
    if (changed.isEmpty()) {
      return false;
    }
    DocumentWrite write =
        DocumentWrite.replace(
            CitySchema.FACTS,
            document.id(),
            document.version(),
            CanonicalJson.write(changed.get()),
            PendingFact.index(reader.fact(document)));
    try {
      return journal.write(
          actor,
          transaction -> {
            transaction.putAll(List.of(write));
            return true;
          });
    } catch (VersionConflictException e) {
      return false; // somebody else has stored it anew meanwhile, under the current key
    }
  }
}
