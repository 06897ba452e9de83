package io.foodsafety.region.internal;

import io.foodsafety.region.Outlines;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.internal.PackDocument.DocumentKey;
import io.foodsafety.region.internal.PackDocument.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Packs laid over one another. Documents of a pack replace all those of the same kind and id below
 * it; patches change the rows of the table that is in force; what is removed is gone, until a pack
 * above has it again. Immutable.
 */
public final class Layers {

  /** What counts for one kind and id: versions of the highest pack that has any, and patches. */
  private record Stack(List<PackDocument> versions, List<PackDocument> patches) {}

  private final Map<DocumentKey, Stack> stacks;
  private final Set<String> unreadable = new HashSet<>();

  /** Layers of packs, from the lowest to the highest. */
  Layers(List<Pack> packs) {
    Map<DocumentKey, Stack> building = new LinkedHashMap<>();
    for (Pack pack : packs) {
      unreadable.addAll(pack.unreadableTables());
      pack.removals().forEach(removal -> building.remove(removal.key()));
      Map<DocumentKey, List<PackDocument>> own = new LinkedHashMap<>();
      for (PackDocument document : pack.documents()) {
        if (!document.isPatch()) {
          own.computeIfAbsent(document.key(), key -> new ArrayList<>()).add(document);
        }
      }
      own.forEach((key, versions) -> building.put(key, new Stack(versions, new ArrayList<>())));
      for (PackDocument document : pack.documents()) {
        Stack stack = building.get(document.key());
        if (document.isPatch() && stack != null) {
          stack.patches().add(document);
        }
      }
    }
    this.stacks = building;
  }

  /** The ids of a kind, in the order of the packs. */
  Set<String> ids(DocumentKind kind) {
    Set<String> ids = new LinkedHashSet<>();
    stacks.keySet().stream().filter(key -> key.kind() == kind).forEach(key -> ids.add(key.id()));
    return ids;
  }

  /** All versions that count, without patches. */
  List<PackDocument> versions(DocumentKey key) {
    Stack stack = stacks.get(key);
    return stack == null ? List.of() : List.copyOf(stack.versions());
  }

  /** The version in force on a day, without patches. */
  Optional<PackDocument> find(DocumentKey key, LocalDate date) {
    return versions(key).stream().filter(each -> each.validity().contains(date)).findFirst();
  }

  /** A table as it is on a day, with its patches. */
  public Optional<PackTable> table(String id, LocalDate date) {
    DocumentKey key = new DocumentKey(DocumentKind.TABLE, id);
    return find(key, date).map(document -> patched(table(document), key, date));
  }

  /** Why the host has to give rows of a table, even if it gave some of them already. */
  Optional<String> toBeLoaded(String id, LocalDate date) {
    return find(new DocumentKey(DocumentKind.TABLE, id), date)
        .flatMap(document -> table(document).toBeLoaded());
  }

  /** Outlines as they are on a day. */
  public Optional<Outlines> outlines(String id, LocalDate date) {
    return find(new DocumentKey(DocumentKind.OUTLINES, id), date)
        .map(document -> ((PackDocument.Shapes) document.content()).outlines());
  }

  /** Whether a pack has a table that could not be read, so that nothing is said about it. */
  boolean isUnreadable(String table) {
    return unreadable.contains(table);
  }

  /** The first day of a time, and each in it from which on one of several tables may differ. */
  List<LocalDate> starts(Validity within, Collection<String> tables) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    tables.forEach(table -> days.addAll(changes(table)));
    days.removeIf(day -> !within.contains(day));
    days.add(within.first());
    return List.copyOf(days);
  }

  private NavigableSet<LocalDate> changes(String table) {
    NavigableSet<LocalDate> changes = new TreeSet<>();
    Stack stack = stacks.get(new DocumentKey(DocumentKind.TABLE, table));
    if (stack != null) {
      List<PackDocument> all = new ArrayList<>(stack.versions());
      all.addAll(stack.patches());
      for (PackDocument document : all) {
        document.validity().from().ifPresent(changes::add);
        document.validity().to().ifPresent(last -> changes.add(last.plusDays(1)));
      }
    }
    return changes;
  }

  private PackTable patched(PackTable base, DocumentKey key, LocalDate date) {
    Map<List<String>, PackTable.Row> rows = new LinkedHashMap<>();
    base.rows().forEach(row -> rows.put(row.key(base.key()), row));
    for (PackDocument patch : patches(key)) {
      if (patch.validity().contains(date)) {
        for (PackTable.Row row : table(patch).rows()) {
          if (row.text(Rows.REMOVED).filter(Rows.YES::equals).isPresent()) {
            rows.remove(row.key(base.key()));
          } else {
            rows.put(row.key(base.key()), row);
          }
        }
      }
    }
    return new PackTable(
        base.id(),
        base.key(),
        base.columns(),
        List.copyOf(rows.values()),
        base.basis(),
        rows.isEmpty() ? base.toBeLoaded() : Optional.empty());
  }

  private List<PackDocument> patches(DocumentKey key) {
    Stack stack = stacks.get(key);
    return stack == null ? List.of() : stack.patches();
  }

  private static PackTable table(PackDocument document) {
    return ((Rows) document.content()).table();
  }
}
