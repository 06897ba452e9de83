package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history as it is stored: read in a snapshot, decoded after it, which may be holding up writers.
 *
 * @param family the ids of the subject, the leading one first
 * @param facts the facts that concern any of them
 * @param withdrawals the withdrawals of such facts
 */
record HistoryDocuments(List<SubjectRef> family, List<Document> facts, List<Document> withdrawals) {

  static HistoryDocuments read(ReadView view, List<SubjectRef> family) {
    List<Document> facts = readAll(view, CitySchema.FACTS, family);
    return new HistoryDocuments(
        family, facts, facts.isEmpty() ? List.of() : readAll(view, CitySchema.WITHDRAWALS, family));
  }

  FactHistory decode(StoredRecords reader) {
    return facts.isEmpty()
        ? FactHistory.empty()
        : FactHistory.of(decodeFacts(reader), decodeWithdrawals(reader));
  }

  /** The facts, as facts about the id that leads. */
  List<Fact> decodeFacts(StoredRecords reader) {
    return facts.stream().map(reader::fact).map(fact -> Family.lead(fact, family)).toList();
  }

  List<Withdrawal> decodeWithdrawals(StoredRecords reader) {
    return withdrawals.stream().map(reader::withdrawal).toList();
  }

  /** The documents that concern any of the family; one that concerns several is read once. */
  private static List<Document> readAll(ReadView view, String collection, List<SubjectRef> family) {
    if (family.size() == 1) {
      return readAll(view, collection, family.get(0));
    }
    Map<String, Document> all = new LinkedHashMap<>();
    for (SubjectRef member : family) {
      readAll(view, collection, member).forEach(each -> all.put(each.id(), each));
    }
    return List.copyOf(all.values());
  }

  private static List<Document> readAll(ReadView view, String collection, SubjectRef subject) {
    Query query = Query.of(collection).where(CitySchema.CONCERNS, subject.toString());
    List<Document> all = new ArrayList<>();
    Optional<Query> next = Optional.of(query);
    while (next.isPresent()) {
      Page page = view.query(next.get());
      all.addAll(page.documents());
      next = page.next().map(query::after);
    }
    return all;
  }
}
