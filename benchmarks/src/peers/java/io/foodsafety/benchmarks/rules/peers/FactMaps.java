package io.foodsafety.benchmarks.rules.peers;

import com.google.common.base.CaseFormat;
import io.foodsafety.benchmarks.rules.Column;
import io.foodsafety.benchmarks.rules.FactTable;
import io.foodsafety.benchmarks.rules.Population;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Businesses as variables of a script: a whole number under the name of each attribute, and for
 * each kind of fact a list of maps, by day. Codes are places in the vocabulary, days are counted
 * from 1970-01-01, what is not known is -1.
 */
final class FactMaps {

  /** Names of attributes in the rules, where the columns have others. */
  private static final Map<String, String> NAMES =
      Map.of(
          "foodCategories", "categories",
          "areaM2", "area",
          "itemsAmbientPackaged", "ambientPackaged",
          "itemsChilledPackaged", "chilledPackaged",
          "itemsFrozenPackaged", "frozenPackaged",
          "itemsAmbientBulk", "ambientBulk",
          "itemsChilledBulk", "chilledBulk",
          "itemsColdDishes", "coldDishes");

  private final Population population;

  /** The businesses of a population. */
  FactMaps(Population population) {
    this.population = population;
  }

  /** {@return the name of the list of the facts of a kind: {@code selfCheckFacts}} */
  static String listOf(String kind) {
    return CaseFormat.LOWER_HYPHEN.to(CaseFormat.LOWER_CAMEL, kind) + "Facts";
  }

  /** A business, by its place in the population. */
  Map<String, Object> business(int business) {
    Map<String, Object> variables = new HashMap<>();
    put(population.attributes(), business, variables);
    for (FactTable table : population.facts()) {
      List<Map<String, Object>> facts = new ArrayList<>();
      for (int row = table.offsets()[business]; row < table.offsets()[business + 1]; row++) {
        facts.add(fact(table, row));
      }
      variables.put(listOf(table.kind()), facts);
    }
    return variables;
  }

  private static Map<String, Object> fact(FactTable table, int row) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("day", (long) table.days()[row]);
    put(table.columns(), row, fact);
    return fact;
  }

  private static void put(List<Column> columns, int row, Map<String, Object> into) {
    for (Column column : columns) {
      String name = column.name().replace("$", "");
      into.put(NAMES.getOrDefault(name, name), (long) Math.max(-1, column.at(row)));
    }
  }
}
