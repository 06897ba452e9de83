package io.foodsafety.runtime.internal;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one place at which plug-ins are called while a city is opened. What they throw becomes a text
 * for an issue. Errors are thrown on, except linkage errors: those say that a jar does not fit,
 * which is what start-up is to report.
 */
final class PluginBoundary {

  private PluginBoundary() {}

  /** What the call returned; nothing if it threw or returned null, which is then reported. */
  static <T> Optional<T> call(Callable<? extends @Nullable T> work, Consumer<Throwable> failed) {
    try {
      T result = work.call();
      if (result != null) {
        return Optional.of(result);
      }
      failed.accept(new IllegalStateException("It returned null."));
    } catch (Exception | LinkageError e) {
      failed.accept(e);
    }
    return Optional.empty();
  }

  /** The failure in one text without a full stop, with its cause, for that often says more. */
  static String describe(Throwable failure) {
    String own = one(failure);
    Throwable cause = failure.getCause();
    if (cause == null || cause == failure) {
      return own;
    }
    String deeper = one(cause);
    return own.contains(deeper) ? own : own + ": " + deeper;
  }

  private static String one(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? name
        : name + ": " + message.strip().replaceFirst("\\.$", "");
  }
}
