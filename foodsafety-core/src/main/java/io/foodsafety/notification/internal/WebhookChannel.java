package io.foodsafety.notification.internal;

import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts notices to a gateway, signed. Redirects are not followed: they would carry texts away. */
final class WebhookChannel implements NotificationChannel {

  /** What says that this notice, and not the gateway or its settings, is wrong. */
  private static final Set<Integer> REFUSALS = Set.of(400, 409, 410, 413, 422);

  private final URI url;
  private final WebhookSignature signature;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newCachedThreadPool(WebhookChannel::daemon);
  private final HttpClient client;
  private final ClosingGate gate = new ClosingGate();

  WebhookChannel(URI url, WebhookSignature signature, Duration timeout) {
    this.url = url;
    this.signature = signature;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .executor(threads)
            .build();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "foodsafety-webhook");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void deliver(Notice notice) {
    gate.pass(() -> judge(send(request(notice))));
  }

  private HttpRequest request(Notice notice) {
    byte[] body = NoticeJson.withAddress(notice);
    long seconds = notice.time().getEpochSecond();
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/json")
        .header("webhook-id", notice.id())
        .header("webhook-timestamp", Long.toString(seconds))
        .header("webhook-signature", signature.sign(notice.id(), seconds, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  /** The status of the answer; the time for all of it is bounded, for its body, too. */
  private int send(HttpRequest request) {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, BodyHandlers.discarding());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException e) {
      throw new NotificationException(
          "The gateway has not answered within %s.".formatted(timeout), e);
    } catch (ExecutionException e) {
      throw new NotificationException("The gateway cannot be reached.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotificationException("The thread was interrupted.", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static void judge(int status) {
    if (REFUSALS.contains(status)) {
      throw new NoticeRefusedException("The gateway answered with status %d.".formatted(status));
    }
    if (status < 200 || status > 299) {
      throw new NotificationException("The gateway answered with status %d.".formatted(status));
    }
  }

  @Override
  public void close() {
    if (gate.close()) {
      threads.shutdown();
    }
  }
}
