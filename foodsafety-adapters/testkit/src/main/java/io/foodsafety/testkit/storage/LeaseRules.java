package io.foodsafety.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.testkit.internal.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Rules about leases. */
final class LeaseRules {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private LeaseRules() {}

  static void oneHolderAtATime(Storage storage, Storage other) {
    Lease lease = take(storage, "job", "one");
    assertThat(lease.name()).isEqualTo("job");
    assertThat(lease.holder()).isEqualTo("one");
    assertThat(other.tryLease("job", "two", LONG))
        .as("While one holder has a lease, another must not get it.")
        .isEmpty();
    List<Callable<Boolean>> rivals = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String holder = "rival" + i;
      Storage from = i % 2 == 0 ? storage : other;
      rivals.add(() -> from.tryLease("contested", holder, LONG).isPresent());
    }
    assertThat(Tasks.callAll(rivals))
        .as("Of several who want a lease at once, one must get it.")
        .containsOnlyOnce(true);
  }

  static void renewingKeepsTheToken(Storage storage) {
    Lease lease = take(storage, "job", "one");
    assertThat(take(storage, "job", "one"))
        .as("Renewing a lease must keep its token.")
        .isEqualTo(lease);
    assertThat(storage.tryLease("job", "two", LONG)).isEmpty();
  }

  static void anExpiredLeasePassesOn(Storage storage, Storage other) {
    Lease lease = storage.tryLease("job", "one", SHORT).orElseThrow();
    long start = System.nanoTime();
    Optional<Lease> next = Optional.empty();
    while (next.isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
      Tasks.sleep(20);
      next = other.tryLease("job", "two", LONG);
    }
    assertThat(next).as("An expired lease must pass to another holder.").isPresent();
    assertThat(next.orElseThrow().token())
        .as("The token must grow when a lease changes hands.")
        .isGreaterThan(lease.token());
    assertThat(storage.tryLease("job", "one", LONG)).isEmpty();
  }

  static void aReleasedLeaseIsFree(Storage storage) {
    Lease first = take(storage, "job", "one");
    storage.release(first);
    Lease second = take(storage, "job", "two");
    assertThat(second.token())
        .as("The token must grow when a lease changes hands.")
        .isGreaterThan(first.token());
    storage.release(first);
    assertThat(storage.tryLease("job", "three", LONG))
        .as("Releasing a lease that has passed to another holder must have no effect.")
        .isEmpty();
    storage.release(new Lease("never", "taken", 1));
  }

  static void namesAreIndependent(Storage storage) {
    take(storage, "job", "one");
    Lease other = take(storage, "Job", "two");
    take(storage, "工作 '%' 🍜", "three");
    storage.release(other);
    assertThat(storage.tryLease("job", "two", LONG)).isEmpty();
    assertThatThrownBy(() -> storage.tryLease("job", "one", Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage.tryLease("", "one", LONG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Lease take(Storage storage, String name, String holder) {
    Optional<Lease> lease = storage.tryLease(name, holder, LONG);
    assertThat(lease).as("A lease that nobody else holds must be given.").isPresent();
    return lease.orElseThrow();
  }
}
