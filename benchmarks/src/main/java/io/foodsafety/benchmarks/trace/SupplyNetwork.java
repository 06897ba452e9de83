package io.foodsafety.benchmarks.trace;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A year of a city's food, made up from a seed: lots go from farms to wholesale markets and
 * processors, are mixed there, two to eight into one to four, and go on to distributors, shops and
 * canteens. How often a lot is sent on follows a power law. Nodes are holdings, numbered as they
 * come up; edges come in the order of time.
 */
public final class SupplyNetwork {

  /** Receives the network. */
  public interface Sink {
    /** A node that stands for a transformation. Called before its edges. */
    default void hub(int node) {}

    /** An edge; times in seconds since the start of the year. */
    void edge(int from, int to, int lo, int hi, int link);
  }

  /**
   * What the network is like.
   *
   * @param dayShare how many of the times are known to the day only
   * @param delayedShare how many of the movements leave and arrive at two times
   * @param wideShare how many of the times are known to the month only
   * @param hubs whether a transformation is a node; else each input has an edge to each output
   */
  public record Shape(double dayShare, double delayedShare, double wideShare, boolean hubs) {
    /** As cities record it: dates. */
    public static final Shape DAYS = new Shape(0.94, 0.05, 0.01, false);

    /** As devices record it: instants. */
    public static final Shape INSTANTS = new Shape(0, 0, 0, false);
  }

  private static final int DAY = 24 * 60 * 60;
  private static final int YEAR = 365 * DAY;
  private static final int MONTH = 30 * DAY;

  /** Of 1,000 events. */
  private static final int HARVESTS = 120;

  private static final int TRANSFORMATIONS = 40;
  private static final int TO_WHOLESALE = 150;
  private static final int TO_PROCESSING = 130;
  private static final int TO_DISTRIBUTION = 120;

  /** Of 100 deliveries to a processor, of 100 movements, of 100 sales. */
  private static final int SEMI_FINISHED = 20;

  private static final int TOP_UPS = 20;
  private static final int TOP_UPS_OF_SHOPS = 30;

  private final long seed;
  private final int edges;
  private final Shape shape;

  /** A network of about so many edges, or a few more. */
  public SupplyNetwork(long seed, int edges, Shape shape) {
    this.seed = seed;
    this.edges = edges;
    this.shape = shape;
  }

  /** Sends all edges, the same ones each time; returns the number of nodes. */
  public int emit(Sink sink) {
    return new Year(sink).run();
  }

  /** The lots at one kind of place that will be sent on, each so many times. */
  private static final class Stock {
    private final int[] nodes;
    private final int[] left;
    private int size;

    Stock(int capacity) {
      nodes = new int[capacity];
      left = new int[capacity];
    }

    void add(int node, int times, SplittableRandom random) {
      int at = size < nodes.length ? size++ : random.nextInt(size);
      nodes[at] = node;
      left[at] = times;
    }

    int take(SplittableRandom random) {
      int at = random.nextInt(size);
      int node = nodes[at];
      if (--left[at] <= 0) {
        size--;
        nodes[at] = nodes[size];
        left[at] = left[size];
      }
      return node;
    }

    /** A lot of which more comes in. */
    int peek(SplittableRandom random) {
      return nodes[random.nextInt(size)];
    }
  }

  /** One run through the year. */
  private final class Year {
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Sink sink;
    private final Stock farms = new Stock(stockSize());
    private final Stock wholesale = new Stock(stockSize());
    private final Stock ingredients = new Stock(stockSize());
    private final Stock products = new Stock(stockSize());
    private final Stock distribution = new Stock(stockSize());
    private final int[] shops = new int[stockSize()];
    private int nodes;
    private int sent;
    private int link;

    Year(Sink sink) {
      this.sink = sink;
    }

    int run() {
      Arrays.fill(shops, -1);
      while (sent < edges) {
        int kind = random.nextInt(1000);
        if (kind < HARVESTS || farms.size < 10) {
          farms.add(nodes++, times(1.5), random);
        } else if ((kind -= HARVESTS) < TRANSFORMATIONS) {
          transform();
        } else if ((kind -= TRANSFORMATIONS) < TO_WHOLESALE) {
          move(farms, wholesale, 1.4);
        } else if ((kind -= TO_WHOLESALE) < TO_PROCESSING) {
          move(supplier(), ingredients, 1.3);
        } else if ((kind -= TO_PROCESSING) < TO_DISTRIBUTION) {
          move(products, distribution, 1.4);
        } else {
          sell(random.nextInt(5) < 2 ? wholesale : distribution);
        }
      }
      return nodes;
    }

    /** Who sells to a processor; some sell what was processed before. */
    private Stock supplier() {
      int kind = random.nextInt(100);
      if (kind < SEMI_FINISHED) {
        return products;
      }
      return kind % 2 == 0 ? farms : wholesale;
    }

    private void move(Stock from, Stock to, double exponent) {
      if (from.size == 0) {
        return;
      }
      int source = from.take(random);
      if (to.size > 10 && random.nextInt(100) < TOP_UPS) {
        send(source, to.peek(random));
      } else {
        int node = nodes++;
        send(source, node);
        to.add(node, times(exponent), random);
      }
    }

    private void sell(Stock from) {
      if (from.size == 0) {
        return;
      }
      int shop = random.nextInt(shops.length);
      if (shops[shop] < 0 || random.nextInt(100) >= TOP_UPS_OF_SHOPS) {
        shops[shop] = nodes++;
      }
      send(from.take(random), shops[shop]);
    }

    private void transform() {
      int inputs = 2 + random.nextInt(7);
      if (ingredients.size < inputs) {
        return;
      }
      int[] in = new int[inputs];
      Arrays.setAll(in, i -> ingredients.take(random));
      int hub = shape.hubs() ? nodes++ : -1;
      if (hub >= 0) {
        sink.hub(hub);
      }
      int outputs = 1 + random.nextInt(4);
      int first = nodes;
      nodes += outputs;
      for (int input : in) {
        if (hub >= 0) {
          send(input, hub);
          continue;
        }
        for (int output = 0; output < outputs; output++) {
          send(input, first + output);
        }
      }
      for (int output = 0; output < outputs; output++) {
        if (hub >= 0) {
          send(hub, first + output);
        }
        products.add(first + output, times(1.3), random);
      }
    }

    /** One way to draw from a power law; a few lots go everywhere. */
    private int times(double exponent) {
      return (int) Math.min(edges / 100.0 + 1, Math.pow(1 - random.nextDouble(), -1 / exponent));
    }

    private void send(int from, int to) {
      int now = (int) ((double) sent / edges * (YEAR - 1));
      double kind = random.nextDouble();
      int lo = now;
      int hi = now;
      if ((kind -= shape.dayShare()) < 0) {
        lo = now - now % DAY;
        hi = lo + DAY - 1;
      } else if ((kind -= shape.delayedShare()) < 0) {
        lo = now + 60 + random.nextInt(DAY);
      } else if (kind < shape.wideShare()) {
        lo = now - now % MONTH;
        hi = lo + MONTH - 1;
      }
      sink.edge(from, to, lo, hi, link++);
      sent++;
    }

    private int stockSize() {
      return Math.max(64, edges / 60);
    }
  }
}
