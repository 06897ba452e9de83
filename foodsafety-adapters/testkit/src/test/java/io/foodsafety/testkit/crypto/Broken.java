package io.foodsafety.testkit.crypto;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a contract inside a test. */
final class Broken {

  private Broken() {}

  /** The numbers of the rules that a contract finds broken. */
  static List<String> rules(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(contract))
        .execute()
        .testEvents()
        .failed()
        .map(event -> event.getTestDescriptor().getDisplayName().substring(0, 4))
        .sorted()
        .toList();
  }
}
