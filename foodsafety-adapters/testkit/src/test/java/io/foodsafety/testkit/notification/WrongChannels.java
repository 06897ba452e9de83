package io.foodsafety.testkit.notification;

import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationException;
import io.foodsafety.testkit.internal.Tasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Channels that are wrong in one thing each; the first two only if they do not declare it. */
final class WrongChannels {

  private WrongChannels() {}

  /** A channel that does something else with a notice. */
  private static NotificationChannel posting(Board board, Consumer<Notice> post) {
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        post.accept(notice);
      }
    };
  }

  /** A channel that changes what arrives. */
  private static NotificationChannel changing(Board board, UnaryOperator<Arrival> change) {
    return posting(
        board,
        notice -> board.post(change.apply(Arrival.of(notice)), ReferenceChannel.TIMEOUT_MILLIS));
  }

  static NotificationChannel asksForAddresses(Board board) {
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        if (notice.address().isEmpty()) {
          throw new NoticeRefusedException("There is no address.");
        }
        super.post(notice);
      }
    };
  }

  static NotificationChannel deduplicates(Board board) {
    return deduplicates(ReferenceChannel::new, board);
  }

  static NotificationChannel deduplicates(Function<Board, NotificationChannel> made, Board board) {
    NotificationChannel channel = made.apply(board);
    Set<String> known = ConcurrentHashMap.newKeySet();
    return new NotificationChannel() {
      @Override
      public void deliver(Notice notice) {
        if (!known.contains(notice.id())) {
          channel.deliver(notice);
          known.add(notice.id());
        }
      }

      @Override
      public void close() {
        channel.close();
      }
    };
  }

  static NotificationChannel mixesUpIds(Board board) {
    return changing(
        board,
        each -> new Arrival(each.id(), each.id(), each.recipient(), each.title(), each.text()));
  }

  /** A channel that changes texts. */
  private static NotificationChannel changingTexts(Board board, UnaryOperator<String> change) {
    return changing(
        board,
        each ->
            new Arrival(
                each.id(),
                each.notification(),
                each.recipient(),
                each.title(),
                change.apply(each.text())));
  }

  static NotificationChannel cutsTexts(Board board) {
    return changingTexts(board, text -> text.substring(0, Math.min(1_000, text.length())));
  }

  static NotificationChannel writesOneLine(Board board) {
    return changingTexts(board, text -> text.replace('\n', ' '));
  }

  static NotificationChannel losesOne(Board board) {
    AtomicInteger count = new AtomicInteger();
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        if (count.incrementAndGet() % 50 != 0) {
          super.post(notice);
        }
      }
    };
  }

  static NotificationChannel sendsTwice(Board board) {
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        super.post(notice);
        super.post(notice);
      }
    };
  }

  /** Hands on a notice when the next one comes. */
  static NotificationChannel collects(Board board) {
    List<Notice> kept = new ArrayList<>();
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        kept.add(notice);
        if (kept.size() > 1) {
          super.post(kept.remove(0));
        }
      }
    };
  }

  static NotificationChannel renamesDuplicates(Board board) {
    Set<String> known = new HashSet<>();
    return changing(
        board,
        each ->
            known.add(each.id())
                ? each
                : new Arrival(
                    each.id() + "-2",
                    each.notification(),
                    each.recipient(),
                    each.title(),
                    each.text()));
  }

  /** Keeps the notice in hand where other threads find theirs. */
  static NotificationChannel isNotThreadSafe(Board board) {
    return new ReferenceChannel(board) {
      private volatile Notice inHand = ChannelStage.notice();

      @Override
      void post(Notice notice) {
        inHand = notice;
        Tasks.sleep(1);
        super.post(inHand);
      }
    };
  }

  static NotificationChannel takesRefusalsForFailures(Board board) {
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        try {
          super.post(notice);
        } catch (NoticeRefusedException e) {
          throw new NotificationException("Refused.", e);
        }
      }
    };
  }

  static NotificationChannel swallowsFailures(Board board) {
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        try {
          super.post(notice);
        } catch (NotificationException e) {
          // lost
        }
      }
    };
  }

  static NotificationChannel staysDown(Board board) {
    return new ReferenceChannel(board) {
      private volatile boolean down;

      @Override
      void post(Notice notice) {
        if (down) {
          throw new NotificationException("It was down before.");
        }
        try {
          super.post(notice);
        } catch (NotificationException e) {
          down = true;
          throw e;
        }
      }
    };
  }

  static NotificationChannel waitsForEver(Board board) {
    return posting(board, notice -> board.post(Arrival.of(notice), Long.MAX_VALUE >> 24));
  }

  static NotificationChannel tellsTheAddress(Board board) {
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        try {
          super.post(notice);
        } catch (NotificationException e) {
          throw new NotificationException("No answer from " + notice.address().orElse("-"), e);
        }
      }
    };
  }

  static NotificationChannel forgetsInterrupts(Board board) {
    return new ReferenceChannel(board) {
      @Override
      void post(Notice notice) {
        boolean ignored = Thread.interrupted();
        super.post(notice);
      }
    };
  }

  static NotificationChannel doesNotWait(Board board) {
    return new NotificationChannel() {
      private volatile boolean closed;

      @Override
      public void deliver(Notice notice) {
        if (closed) {
          throw new IllegalStateException("The channel is closed.");
        }
        board.post(Arrival.of(notice), ReferenceChannel.TIMEOUT_MILLIS);
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }

  static NotificationChannel forgetsToClose(Board board) {
    return new ReferenceChannel(board) {
      @Override
      public void close() {
        Tasks.sleep(ReferenceChannel.TIMEOUT_MILLIS);
      }
    };
  }
}
