package io.foodsafety.notification.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.foodsafety.testkit.notification.Arrival;
import io.foodsafety.testkit.notification.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway on loopback that hears webhooks, and can be made to answer as it should not. */
public final class Gateway implements Outside, AutoCloseable {

  /**
   * A request as it came.
   *
   * @param headers the headers, names in lower case
   * @param body the body
   */
  public record Post(Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private volatile int status = 204;
  private boolean hanging;

  private Gateway(HttpServer server) {
    this.server = server;
  }

  /** Starts a gateway at a port of its own. */
  public static Gateway start() {
    try {
      InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      Gateway gateway = new Gateway(HttpServer.create(place, 0));
      gateway.server.setExecutor(gateway.threads);
      gateway.server.createContext("/", gateway::answer);
      gateway.server.start();
      return gateway;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      if (hang()) {
        return;
      }
      int answer = status;
      if (answer < 300) {
        posts.add(new Post(headers, body));
      }
      if (answer == 307) {
        exchange.getResponseHeaders().set("Location", url() + "elsewhere");
      }
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  /** Hangs until it may go on; whether it has hung. */
  private synchronized boolean hang() {
    boolean hung = hanging;
    while (hanging) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return hung;
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  /** Answers with a status from now on. */
  public void answerWith(int newStatus) {
    status = newStatus;
  }

  /** The requests that were accepted. */
  public List<Post> posts() {
    return List.copyOf(posts);
  }

  @Override
  public List<Arrival> arrivals() {
    return posts.stream().map(post -> LogChannelTest.arrival(post.body())).toList();
  }

  @Override
  public synchronized void behave(Behaviour behaviour) {
    hanging = behaviour == Behaviour.HANGING;
    status =
        switch (behaviour) {
          case REFUSING -> 422;
          case FAILING -> 503;
          case ACCEPTING, HANGING -> 204;
        };
    notifyAll();
  }

  @Override
  public void close() {
    behave(Behaviour.ACCEPTING);
    server.stop(0);
    threads.shutdownNow();
  }
}
