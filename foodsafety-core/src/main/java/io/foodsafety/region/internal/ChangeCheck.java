package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.region.internal.PackDocument.DocumentKey;
import io.foodsafety.region.internal.PackDocument.Rows;
import io.foodsafety.source.internal.IssueCollector;
import java.util.ArrayList;
import java.util.List;

/** Checks that whatever packs change or take away is there, and that patches fit their tables. */
final class ChangeCheck {

  private final IssueCollector issues;

  ChangeCheck(IssueCollector issues) {
    this.issues = issues;
  }

  /** Checks packs, from the lowest to the highest. */
  void check(List<Pack> chain) {
    for (int i = 0; i < chain.size(); i++) {
      Pack pack = chain.get(i);
      Layers below = new Layers(chain.subList(0, i));
      for (Pack.Removal removal : pack.removals()) {
        if (below.versions(removal.key()).isEmpty() && !isUnreadable(removal.key(), below)) {
          reportNothing(removal.key(), removal.location(), below);
        }
      }
      Layers patched = new Layers(chain.subList(0, i + 1));
      for (PackDocument document : pack.documents()) {
        if (document.content() instanceof Rows rows && rows.patch()) {
          checkRemoved(rows.table());
          if (!isUnreadable(document.key(), patched)) {
            checkPatch(document, rows.table(), patched);
          }
        }
      }
    }
  }

  private static boolean isUnreadable(DocumentKey key, Layers layers) {
    return key.kind() == DocumentKind.TABLE && layers.isUnreadable(key.id());
  }

  private void checkRemoved(PackTable patch) {
    for (PackTable.Row row : patch.rows()) {
      if (row.text(Rows.REMOVED).filter(text -> !text.equals(Rows.YES)).isPresent()) {
        issues.attempt(
            () -> {
              throw Cells.bad(row, Rows.REMOVED, "It is not yes.", "yes, or nothing", issues);
            });
      }
    }
  }

  private void checkPatch(PackDocument document, PackTable patch, Layers layers) {
    List<PackDocument> versions = layers.versions(document.key());
    List<PackDocument> changed =
        versions.stream().filter(each -> each.validity().overlaps(document.validity())).toList();
    if (versions.isEmpty()) {
      reportNothing(document.key(), document.location(), layers);
    } else if (changed.isEmpty()) {
      issues.add(
          RegionIssues.PATCH_OUTSIDE_DATES
              .at(document.location())
              .with("table", document.key().id())
              .build());
    }
    for (PackDocument version : changed) {
      checkFits(patch, ((Rows) version.content()).table(), document.location());
    }
  }

  private void checkFits(PackTable patch, PackTable table, Location at) {
    if (!patch.key().equals(table.key())) {
      issues.add(
          RegionIssues.OTHER_KEY
              .at(at)
              .with("table", table.id())
              .with("key", patch.key())
              .with("other", table.key())
              .build());
    }
    List<String> own = new ArrayList<>(patch.columns());
    own.remove(Rows.REMOVED);
    reportColumns(at, table, table.columns(), own);
    reportColumns(at, table, own, table.columns());
  }

  private void reportColumns(
      Location at, PackTable table, List<String> needed, List<String> columns) {
    List<String> missing = needed.stream().filter(each -> !columns.contains(each)).toList();
    if (!missing.isEmpty()) {
      issues.add(
          RegionIssues.MISSING_COLUMN
              .at(at)
              .with("table", table.id())
              .with("column", String.join(", ", missing))
              .with("columns", String.join(", ", columns))
              .build());
    }
  }

  private void reportNothing(DocumentKey key, Location at, Layers layers) {
    issues.add(
        RegionIssues.NOTHING_TO_CHANGE
            .at(at)
            .with("kind", key.kind().code())
            .with("id", key.id())
            .with("nearest", NearestNames.of(key.id(), layers.ids(key.kind())))
            .build());
  }
}
