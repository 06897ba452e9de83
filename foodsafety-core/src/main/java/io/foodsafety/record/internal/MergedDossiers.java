package io.foodsafety.record.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Dossier;
import io.foodsafety.record.Dossiers;
import io.foodsafety.subject.SubjectIssues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the sorted entries of each business together. */
final class MergedDossiers implements Dossiers {

  private final SortMerge entries;
  private final Function<SortEntry, Location> locations;
  private final Consumer<Issue> issues;
  private @Nullable SortEntry ahead;

  MergedDossiers(
      SortMerge entries, Function<SortEntry, Location> locations, Consumer<Issue> issues) {
    this.entries = entries;
    this.locations = locations;
    this.issues = issues;
    advance();
  }

  private void advance() {
    ahead = entries.hasNext() ? entries.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Dossier next() {
    SortEntry first = ahead;
    if (first == null) {
      throw new NoSuchElementException();
    }
    String id = new String(first.key(), StandardCharsets.UTF_8);
    SubjectMerge subject = new SubjectMerge();
    List<Fact> facts = new ArrayList<>();
    List<Withdrawal> withdrawals = new ArrayList<>();
    for (SortEntry next = ahead; next != null && next.hasKeyOf(first); next = ahead) {
      switch (next.rank()) {
        case DossierSorting.SUBJECT -> addSubject(next, id, subject);
        case DossierSorting.FACT -> facts.add(FactPayload.read(next.payload()));
        default -> withdrawals.add(WithdrawalPayload.read(next.payload()));
      }
      advance();
    }
    return new Dossier(id, subject.subject(), FactHistory.of(facts, withdrawals));
  }

  private void addSubject(SortEntry entry, String id, SubjectMerge subject) {
    List<String> difference = subject.add(SubjectEntry.of(SubjectPayload.read(entry.payload())));
    if (!difference.isEmpty()) {
      issues.accept(
          SubjectIssues.OTHER_SUBJECT
              .at(locations.apply(entry))
              .with("id", id)
              .with("fields", String.join(", ", difference))
              .build());
    }
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
