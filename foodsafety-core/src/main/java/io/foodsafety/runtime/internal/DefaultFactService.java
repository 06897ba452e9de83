package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.FactService;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.runtime.internal.RecordedCalls.Call;
import io.foodsafety.spi.storage.Storage;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts and withdrawals, kept in a storage. */
final class DefaultFactService implements FactService {

  private final Storage storage;
  private final RecordIntake intake;
  private final Recorder recorder;

  DefaultFactService(Storage storage, RecordIntake intake, Recorder recorder) {
    this.storage = storage;
    this.intake = intake;
    this.recorder = recorder;
  }

  @Override
  public List<RecordingResult> recordAll(List<Fact> facts) {
    return RecordedCalls.record(
        recorder, facts.stream().map(fact -> new Call(fact.id(), intake.take(fact))).toList());
  }

  @Override
  public List<RecordingResult> withdrawAll(List<Withdrawal> withdrawals) {
    return RecordedCalls.record(
        recorder,
        withdrawals.stream()
            .map(each -> new Call(each.id(), intake.take(RecordEncoder.encode(each))))
            .toList());
  }

  @Override
  public Optional<Fact> find(String id) {
    return storage
        .read(view -> view.get(CitySchema.FACTS, id))
        .map(document -> intake.stored().fact(document));
  }

  @Override
  public FactHistory history(SubjectRef subject, Instant knownBefore) {
    return histories(List.of(subject), knownBefore)
        .getOrDefault(subject, FactHistory.empty())
        .knownBefore(knownBefore);
  }

  @Override
  public Map<SubjectRef, FactHistory> histories(Collection<SubjectRef> subjects) {
    return histories(subjects, Instant.MAX);
  }

  private Map<SubjectRef, FactHistory> histories(
      Collection<SubjectRef> subjects, Instant knownBefore) {
    // Documents are decoded after the snapshot, which may be holding up writers.
    Map<SubjectRef, HistoryDocuments> read =
        storage.read(
            view -> {
              Identities identities = new Identities(view, knownBefore);
              Map<SubjectRef, HistoryDocuments> documents = new LinkedHashMap<>();
              subjects.forEach(
                  subject ->
                      documents.put(
                          subject, HistoryDocuments.read(view, identities.family(subject))));
              return documents;
            });
    Map<SubjectRef, FactHistory> histories = new LinkedHashMap<>();
    read.forEach((subject, documents) -> histories.put(subject, documents.decode(intake.stored())));
    return histories;
  }

  @Override
  public Stream<Fact> list(FactQuery query) {
    return new FactListing(query, intake.stored()).in(storage);
  }
}
