package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.Lease;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leases by name. Time is the machine's monotonic clock. Safe for use by many threads. */
final class MemoryLeases {

  private record Held(Lease lease, long start, long nanos, boolean released) {
    boolean isOver() {
      return released || System.nanoTime() - start >= nanos;
    }
  }

  private final Map<String, Held> leases = new HashMap<>();

  synchronized Optional<Lease> take(String name, String holder, Duration duration) {
    checkText("name", name);
    checkText("holder", holder);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(
          "The duration (%s) of a lease must be positive.".formatted(duration));
    }
    Held held = leases.get(name);
    if (held != null && !held.isOver() && !held.lease().holder().equals(holder)) {
      return Optional.empty();
    }
    Lease lease = new Lease(name, holder, nextToken(held, holder));
    leases.put(name, new Held(lease, System.nanoTime(), nanos(duration), false));
    return Optional.of(lease);
  }

  synchronized void release(Lease lease) {
    Held held = leases.get(lease.name());
    if (held != null && held.lease().equals(lease)) {
      leases.put(lease.name(), new Held(lease, held.start(), held.nanos(), true));
    }
  }

  private static void checkText(String what, String text) {
    if (text.isEmpty() || text.codePointCount(0, text.length()) > 256) {
      throw new IllegalArgumentException(
          "The %s of a lease must have 1 to 256 characters.".formatted(what));
    }
  }

  private static long nextToken(@Nullable Held held, String holder) {
    if (held == null) {
      return 1;
    }
    boolean renewed = !held.released() && held.lease().holder().equals(holder);
    return renewed ? held.lease().token() : held.lease().token() + 1;
  }

  private static long nanos(Duration duration) {
    Duration most = Duration.ofNanos(Long.MAX_VALUE / 2);
    return duration.compareTo(most) > 0 ? most.toNanos() : duration.toNanos();
  }
}
