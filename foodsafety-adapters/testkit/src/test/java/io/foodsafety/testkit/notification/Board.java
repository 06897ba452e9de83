package io.foodsafety.testkit.notification;

import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The other side of the reference: a board in memory. */
final class Board implements Outside {

  private final List<Arrival> arrivals = new ArrayList<>();
  private Behaviour behaviour = Behaviour.ACCEPTING;

  @Override
  public synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  @Override
  public synchronized void behave(Behaviour newBehaviour) {
    behaviour = newBehaviour;
    notifyAll();
  }

  /** Takes a notice, or behaves otherwise. */
  synchronized void post(Arrival arrival, long timeoutMillis) {
    switch (behaviour) {
      case ACCEPTING -> arrivals.add(arrival);
      case REFUSING -> throw new NoticeRefusedException("The board never takes it.");
      case FAILING -> throw new NotificationException("The board is being painted.");
      case HANGING -> hang(timeoutMillis);
    }
  }

  private void hang(long timeoutMillis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    try {
      for (long left = timeoutMillis; left > 0 && behaviour == Behaviour.HANGING; ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotificationException("interrupted", e);
    }
    throw new NotificationException("The board has not answered.");
  }
}
