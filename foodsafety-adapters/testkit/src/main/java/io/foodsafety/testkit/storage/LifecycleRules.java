package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.DOCS;
import static io.foodsafety.testkit.storage.Samples.JOURNAL;
import static io.foodsafety.testkit.storage.Samples.SCHEMA;
import static io.foodsafety.testkit.storage.Samples.all;
import static io.foodsafety.testkit.storage.Samples.append;
import static io.foodsafety.testkit.storage.Samples.bytes;
import static io.foodsafety.testkit.storage.Samples.doc;
import static io.foodsafety.testkit.storage.Samples.ids;
import static io.foodsafety.testkit.storage.Samples.log;
import static io.foodsafety.testkit.storage.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.testkit.internal.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Rules about opening and closing, and about the capabilities. */
final class LifecycleRules {

  private LifecycleRules() {}

  static void aClosedStorageRefusesCalls(Storage storage) {
    Lease lease = storage.tryLease("job", "one", Duration.ofMinutes(1)).orElseThrow();
    storage.close();
    assertClosed(() -> storage.<Boolean>read(view -> true));
    assertClosed(() -> storage.<Boolean>write(tx -> true));
    assertClosed(() -> storage.tryLease("job", "one", Duration.ofMinutes(1)));
    assertClosed(() -> storage.release(lease));
    storage.close();
  }

  private static void assertClosed(ThrowingCallable call) {
    assertThatThrownBy(call, "A storage that was closed must refuse calls.")
        .isInstanceOf(IllegalStateException.class);
  }

  static void closingWaits(Storage storage) {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean written = new AtomicBoolean();
    Future<Boolean> writer =
        Tasks.start(
            () ->
                storage.write(
                    tx -> {
                      begun.countDown();
                      Tasks.sleep(Threads.MEETING_MILLIS);
                      tx.put(doc("a", "one"));
                      written.set(true);
                      return true;
                    }));
    Threads.awaitSoon(begun);
    storage.close();
    assertThat(written).as("Closing must wait for running work.").isTrue();
    assertThat(Tasks.result(writer)).isTrue();
  }

  static void keepsWhatItPromises(StorageUnderTest data) {
    Lease lease;
    try (Storage storage = data.open(SCHEMA)) {
      put(storage, doc("a", QueryRules.index("k", "1", "x", "y")), doc("b", "text"));
      put(storage, doc("b", 1, "changed"));
      append(storage, JOURNAL, "one", "two");
      lease = storage.tryLease("job", "one", Duration.ofMinutes(10)).orElseThrow();
    }
    try (Storage again = data.open(SCHEMA)) {
      if (!data.can(StorageCapability.DURABLE)) {
        assertThat(all(again, DOCS))
            .as("A storage that is not DURABLE must begin empty.")
            .isEmpty();
        assertThat(log(again, JOURNAL)).isEmpty();
        return;
      }
      assertThat(all(again, DOCS))
          .as("A storage that is DURABLE must keep everything.")
          .containsExactly("a@1", "b@2");
      assertThat(ids(again, Query.of(DOCS).where("tag", "y"))).containsExactly("a");
      assertThat(log(again, JOURNAL)).containsExactly("one", "two");
      append(again, JOURNAL, "three");
      assertThat(log(again, JOURNAL)).containsExactly("one", "two", "three");
      assertThat(again.tryLease("job", "two", Duration.ofMinutes(1))).isEmpty();
      assertThat(again.tryLease("job", "one", Duration.ofMinutes(1))).contains(lease);
    }
  }

  static void sharesOrRefuses(StorageUnderTest data) {
    try (Storage first = data.open(SCHEMA)) {
      put(first, doc("a", "one"));
      if (data.can(StorageCapability.SHARED)) {
        try (Storage second = data.open(SCHEMA)) {
          assertThat(all(second, DOCS))
              .as("Two open storages on the same data must see each other's commits.")
              .containsExactly("a@1");
          put(second, doc("b", "two"));
          assertThat(all(first, DOCS)).containsExactly("a@1", "b@1");
        }
      } else {
        assertNotShared(data, first);
      }
    }
  }

  private static void assertNotShared(StorageUnderTest data, Storage first) {
    try (Storage second = data.open(SCHEMA)) {
      assertThat(data.can(StorageCapability.DURABLE))
          .as("A storage that is DURABLE but not SHARED must refuse a second opening.")
          .isFalse();
      assertThat(all(second, DOCS))
          .as("A storage that is not SHARED must not show another one's data.")
          .isEmpty();
    } catch (StorageException e) {
      assertThat(e).hasMessageContaining("open");
    }
    put(first, doc("b", "the first is still usable"));
  }

  static void refusesOtherAttributes(StorageUnderTest data) {
    StorageSchema before = schema(IndexAttribute.single("at"), IndexAttribute.single("kind"));
    StorageSchema after = schema(IndexAttribute.single("at"), IndexAttribute.multi("colour"));
    try (Storage storage = data.open(before)) {
      put(storage, doc("a", Map.of("kind", List.of("k"))));
    }
    if (!data.can(StorageCapability.DURABLE)) {
      data.open(after).close();
      return;
    }
    assertThatThrownBy(
            () -> data.open(after).close(),
            "Stored attributes that differ from the declared ones must be refused.")
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(DOCS)
        .hasMessageContaining("kind")
        .hasMessageContaining("colour");
    StorageSchema multi = schema(IndexAttribute.single("at"), IndexAttribute.multi("kind"));
    assertThatThrownBy(
            () -> data.open(multi).close(),
            "An attribute that takes several values instead of one must be refused.")
        .isInstanceOf(StorageException.class);
    try (Storage again = data.open(before)) {
      assertThat(all(again, DOCS)).containsExactly("a@1");
    }
  }

  static void createsWhatIsMissing(StorageUnderTest data) {
    StorageSchema small = new StorageSchema(List.of(CollectionSchema.of("plain")), Set.of(JOURNAL));
    try (Storage storage = data.open(small)) {
      append(storage, JOURNAL, "one");
    }
    try (Storage storage = data.open(SCHEMA)) {
      put(storage, doc("a", Map.of("tag", List.of("x"))));
      storage.write(
          tx -> {
            tx.append(Samples.SEALS, bytes("seal"));
            return true;
          });
      assertThat(ids(storage, Query.of(DOCS).where("tag", "x"))).containsExactly("a");
      assertThat(log(storage, JOURNAL))
          .as("What a DURABLE storage holds must stay when a collection or log is added.")
          .hasSize(data.can(StorageCapability.DURABLE) ? 1 : 0);
    }
  }

  private static StorageSchema schema(IndexAttribute... attributes) {
    return new StorageSchema(List.of(CollectionSchema.of(DOCS, attributes)), Set.of());
  }
}
