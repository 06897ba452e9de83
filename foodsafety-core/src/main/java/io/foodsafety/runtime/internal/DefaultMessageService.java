package io.foodsafety.runtime.internal;

import io.foodsafety.message.MessageService;
import io.foodsafety.message.RelayReport;
import io.foodsafety.message.UnsentMessage;
import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of a city: those it owes are kept in its storage. */
final class DefaultMessageService implements MessageService {

  private static final int PAGE = 100;

  private final Storage storage;
  private final Messaging messaging;
  private final OutboxRelay relay;

  DefaultMessageService(Storage storage, Messaging messaging) {
    this.storage = storage;
    this.messaging = messaging;
    this.relay = new OutboxRelay(storage, messaging, OutboxRelay.LEASE_DURATION);
  }

  @Override
  public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
    return messaging.subscribe(topic, group, handler);
  }

  @Override
  public RelayReport relay() {
    return relay.relay();
  }

  @Override
  public List<UnsentMessage> listUnsent(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("The limit (%d) must be at least 1.".formatted(limit));
    }
    List<Document> documents = new ArrayList<>();
    Optional<Query> next = Optional.of(Query.of(CitySchema.UNSENT).limit(Math.min(limit, PAGE)));
    while (next.isPresent() && documents.size() < limit) {
      Query query = next.get();
      Page page = storage.read(view -> view.query(query));
      documents.addAll(page.documents());
      next = page.next().map(query::after);
    }
    return documents.stream().limit(limit).map(DefaultMessageService::unsent).toList();
  }

  private static UnsentMessage unsent(Document document) {
    OutboxEntry entry = OutboxEntry.decode(document.body());
    DeadLetter letter =
        DeadLetter.read(entry.message())
            .orElseThrow(
                () ->
                    new StorageException(
                        "The stored document (%s/%s) cannot be read."
                            .formatted(CitySchema.UNSENT, document.id())));
    return new UnsentMessage(document.id(), entry.topic(), letter);
  }

  @Override
  public boolean resend(String id) {
    return Retrying.onConflict(() -> storage.write(transaction -> resend(transaction, id)));
  }

  private static boolean resend(WriteTransaction transaction, String id) {
    Optional<Document> document = transaction.get(CitySchema.UNSENT, id);
    document.ifPresent(
        each -> {
          UnsentMessage unsent = unsent(each);
          transaction.append(
              CitySchema.OUTBOX,
              new OutboxEntry(unsent.topic(), unsent.letter().message()).encode());
          transaction.delete(CitySchema.UNSENT, id, each.version());
        });
    return document.isPresent();
  }
}
