package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.Origin;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.PackValue;
import io.foodsafety.region.internal.PackDocument.DocumentKey;
import io.foodsafety.region.internal.PackDocument.Json;
import io.foodsafety.source.internal.SourceNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Lists every value of a region with where it comes from. */
public final class Values {

  private final Layers layers;
  private final LocalDate date;
  private final List<PackValue> values = new ArrayList<>();

  private Values(Layers layers, LocalDate date) {
    this.layers = layers;
    this.date = date;
  }

  /** The values in force on a day, by kind and id, in the order of the files. */
  public static List<PackValue> of(Layers layers, LocalDate date) {
    Values values = new Values(layers, date);
    for (DocumentKind kind : DocumentKind.values()) {
      layers.ids(kind).stream().sorted().forEach(id -> values.add(new DocumentKey(kind, id)));
    }
    return List.copyOf(values.values);
  }

  private void add(DocumentKey key) {
    if (key.kind() == DocumentKind.TABLE) {
      layers.table(key.id(), date).ifPresent(this::add);
    } else {
      layers
          .find(key, date)
          .ifPresent(document -> add(key, document.pack(), ((Json) document.content()).root()));
    }
  }

  private void add(PackTable table) {
    for (PackTable.Row row : table.rows()) {
      String key = String.join(",", row.key(table.key()));
      row.cells()
          .forEach(
              (column, cell) -> {
                if (!table.key().contains(column) && !cell.isEmpty()) {
                  values.add(
                      new PackValue("table", table.id(), key + "/" + column, cell, row.origin()));
                }
              });
    }
  }

  private void add(DocumentKey key, String pack, SourceNode node) {
    if (node instanceof SourceNode.ObjectNode object) {
      object.members().values().forEach(member -> add(key, pack, member));
    } else if (node instanceof SourceNode.ListNode list) {
      list.items().forEach(item -> add(key, pack, item));
    } else {
      Location at = node.location();
      values.add(
          new PackValue(key.kind().code(), key.id(), at.path(), text(node), new Origin(pack, at)));
    }
  }

  private static String text(SourceNode node) {
    if (node instanceof SourceNode.TextNode text) {
      return text.value();
    }
    return node instanceof SourceNode.NumberNode number
        ? number.value().toPlainString()
        : node.what();
  }
}
