package io.foodsafety.risk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.PolicySchemaTest;
import io.foodsafety.source.internal.IssueCollector;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExprReaderTest {

  @Test
  void hasTheOperatorsOfTheSchema() {
    ExprReader reader =
        new ExprReader(FactCatalogue.empty(), Map.of(), Map.of(), new IssueCollector());

    assertThat(reader.operators())
        .containsExactlyInAnyOrderElementsOf(
            ImmutableList.copyOf(PolicySchemaTest.operators().fieldNames()));
  }
}
