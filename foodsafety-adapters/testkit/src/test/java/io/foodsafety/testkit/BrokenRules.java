package io.foodsafety.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a contract, or one rule of it, inside a test, and says which rules are broken. */
public final class BrokenRules {

  private BrokenRules() {}

  /** What a contract calls its rules, such as {@code M-01 Every part …}, in order. */
  public static List<String> documented(Class<?> contract) {
    return Arrays.stream(contract.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getAnnotation(DisplayName.class).value())
        .sorted()
        .toList();
  }

  /** The numbers of all rules of a contract, in order. */
  public static List<String> all(Class<?> contract) {
    return documented(contract).stream().map(BrokenRules::number).toList();
  }

  /** The numbers of the rules that a test of a contract finds broken, in order. */
  public static List<String> of(Class<?> tried) {
    return failed(selectClass(tried)).stream()
        .map(event -> number(event.getTestDescriptor().getDisplayName()))
        .sorted()
        .toList();
  }

  /** The names of the methods that a test of a contract finds broken, in the order run. */
  public static List<String> methods(Class<?> tried) {
    return failed(selectClass(tried)).stream()
        .map(event -> event.getTestDescriptor().getSource().orElseThrow())
        .map(source -> ((MethodSource) source).getMethodName())
        .toList();
  }

  /** Asserts that a rule of a contract finds fault, with a message. */
  public static void assertBroken(Class<?> tried, String rule, String message) {
    List<Event> failed = failed(selectMethod(tried, method(tried.getSuperclass(), rule)));
    assertThat(failed).as("The rule %s must fail.", rule).hasSize(1);
    assertThat(failed.get(0).getTestDescriptor().getDisplayName()).startsWith(rule + " ");
    Throwable thrown =
        failed
            .get(0)
            .getPayload(TestExecutionResult.class)
            .flatMap(TestExecutionResult::getThrowable)
            .orElseThrow();
    assertThat(thrown).isInstanceOf(AssertionError.class).hasStackTraceContaining(message);
  }

  private static List<Event> failed(DiscoverySelector selector) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selector)
        .execute()
        .testEvents()
        .failed()
        .list();
  }

  private static String number(String displayName) {
    return displayName.substring(0, displayName.indexOf(' '));
  }

  private static String method(Class<?> contract, String rule) {
    return Arrays.stream(contract.getDeclaredMethods())
        .filter(each -> each.isAnnotationPresent(DisplayName.class))
        .filter(each -> each.getAnnotation(DisplayName.class).value().startsWith(rule + " "))
        .findFirst()
        .orElseThrow()
        .getName();
  }
}
