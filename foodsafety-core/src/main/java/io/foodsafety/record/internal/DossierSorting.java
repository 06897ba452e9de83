package io.foodsafety.record.internal;

import io.foodsafety.fact.FactIssues;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.Dossiers;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.spi.format.DataRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Three sorts in a row. Withdrawals by id: of each id the first goes on. Facts by id, with the
 * withdrawals of each: the first fact of an id goes on. Everything by business.
 */
public final class DossierSorting implements Closeable {

  /** The ranks under the id of a business, and under the id of a fact. */
  static final int SUBJECT = 0;

  static final int FACT = 1;
  static final int WITHDRAWAL = 2;

  private static final int SORTS = 3;

  private final TemporaryFolder folder;
  private final ExternalSort byWithdrawal;
  private final ExternalSort byFact;
  private final ExternalSort byBusiness;
  private final List<String> sources = new ArrayList<>();
  private final Map<String, Integer> sourceNumbers = new HashMap<>();
  private long sequence;
  private boolean ended;

  /**
   * A sorting.
   *
   * @param parent where a temporary folder is made
   * @param buffer about how many bytes of heap may be held
   */
  public DossierSorting(Path parent, long buffer) {
    this.folder = new TemporaryFolder(parent);
    this.byWithdrawal = new ExternalSort(folder, buffer / SORTS);
    this.byFact = new ExternalSort(folder, buffer / SORTS);
    this.byBusiness = new ExternalSort(folder, buffer / SORTS);
  }

  /**
   * Adds a record.
   *
   * @param record what it says
   * @param location where it was read
   * @throws IOException if a temporary file cannot be written
   */
  public void add(Decoded record, Location location) throws IOException {
    if (ended) {
      throw new IllegalStateException("Records must be added before the dossiers are read.");
    }
    if (record instanceof Decoded.FactRecord fact) {
      byte[] payload = FactPayload.write(fact.fact());
      byFact.add(entry(fact.fact().id(), FACT, location, payload));
    } else if (record instanceof Decoded.SubjectRecord subject) {
      byte[] payload = SubjectPayload.write(subject);
      byBusiness.add(entry(subject.subject().id(), SUBJECT, location, payload));
    } else if (record instanceof Decoded.WithdrawalRecord withdrawal) {
      byte[] payload = WithdrawalPayload.write(withdrawal.withdrawal());
      byWithdrawal.add(entry(withdrawal.withdrawal().id(), WITHDRAWAL, location, payload));
    } else if (!(record instanceof Decoded.TraceRecord)) {
      throw new IllegalArgumentException("A rejected record cannot be sorted.");
    }
  }

  private SortEntry entry(String key, int rank, Location location, byte[] payload) {
    int source =
        sourceNumbers.computeIfAbsent(
            location.source(),
            name -> {
              sources.add(name);
              return sources.size() - 1;
            });
    return new SortEntry(utf8(key), rank, sequence++, source, location.line(), payload);
  }

  /**
   * Ends the adding.
   *
   * @param issues takes what is wrong between records
   * @return the dossiers
   * @throws IOException if a temporary file cannot be written or read
   */
  public Dossiers dossiers(Consumer<Issue> issues) throws IOException {
    ended = true;
    passWithdrawals(issues);
    passFacts(issues);
    return new MergedDossiers(byBusiness.merge(), this::location, issues);
  }

  private void passWithdrawals(Consumer<Issue> issues) throws IOException {
    try (byWithdrawal;
        SortMerge merged = byWithdrawal.merge()) {
      SortEntry first = null;
      while (merged.hasNext()) {
        SortEntry next = merged.next();
        if (first == null || !next.hasKeyOf(first)) {
          first = next;
          Withdrawal withdrawal = WithdrawalPayload.read(next.payload());
          byFact.add(next.under(utf8(withdrawal.target()), WITHDRAWAL));
        } else {
          report(
              FactIssues.OTHER_WITHDRAWAL,
              next,
              RecordEncoder.encode(WithdrawalPayload.read(first.payload())),
              RecordEncoder.encode(WithdrawalPayload.read(next.payload())),
              issues);
        }
      }
    }
  }

  private void passFacts(Consumer<Issue> issues) throws IOException {
    try (byFact;
        SortMerge merged = byFact.merge()) {
      SortEntry fact = null;
      List<byte[]> businesses = List.of();
      while (merged.hasNext()) {
        SortEntry next = merged.next();
        boolean isNew = fact == null || !next.hasKeyOf(fact);
        if (next.rank() == FACT && isNew) {
          fact = next;
          businesses = FactPayload.businesses(next.payload());
          addTo(businesses, next);
        } else if (next.rank() == WITHDRAWAL && !isNew) {
          addTo(businesses, next);
        } else if (next.rank() == WITHDRAWAL) {
          reportMissingTarget(next, issues);
        } else if (fact != null) {
          reportOtherFact(fact, next, issues);
        }
      }
    }
  }

  private void addTo(List<byte[]> businesses, SortEntry entry) throws IOException {
    for (byte[] business : businesses) {
      byBusiness.add(entry.under(business, entry.rank()));
    }
  }

  private void reportOtherFact(SortEntry first, SortEntry next, Consumer<Issue> issues) {
    byte[] known = FactPayload.content(first.payload());
    if (!Arrays.equals(known, FactPayload.content(next.payload()))) {
      report(
          FactIssues.OTHER_FACT,
          next,
          RecordEncoder.encode(FactPayload.read(first.payload())),
          RecordEncoder.encode(FactPayload.read(next.payload())),
          issues);
    }
  }

  private void report(
      IssueType type, SortEntry entry, DataRecord first, DataRecord next, Consumer<Issue> issues) {
    List<String> difference = RecordContent.difference(first, next);
    if (!difference.isEmpty()) {
      issues.accept(
          type.at(location(entry))
              .with("id", new String(entry.key(), StandardCharsets.UTF_8))
              .with("fields", String.join(", ", difference))
              .build());
    }
  }

  private void reportMissingTarget(SortEntry entry, Consumer<Issue> issues) {
    Withdrawal withdrawal = WithdrawalPayload.read(entry.payload());
    issues.accept(
        FactIssues.UNKNOWN_TARGET
            .at(location(entry))
            .with("id", withdrawal.id())
            .with("target", withdrawal.target())
            .build());
  }

  private Location location(SortEntry entry) {
    return new Location(sources.get(entry.source()), entry.line(), "");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    byWithdrawal.close();
    byFact.close();
    byBusiness.close();
    folder.close();
  }
}
