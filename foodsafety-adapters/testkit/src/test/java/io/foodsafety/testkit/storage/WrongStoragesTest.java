package io.foodsafety.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.WriteTransaction;
import io.foodsafety.testkit.BrokenRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong storage is caught by the rule that it breaks. */
class WrongStoragesTest {

  private static StorageUnderTest wrong;

  /** The contract against the wrong storage; run by this test only. */
  static class WrongStorageContract extends StorageContract {
    @Override
    protected StorageUnderTest newStorage() {
      return wrong;
    }
  }

  static Stream<Arguments> wrongStorages() {
    return Stream.of(documents(), transactions(), queries(), logsAndLeases(), lifecycle())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> documents() {
    return Stream.of(
        storage("S-01", WrongStorages::losesAWrite, "A document that was put must be there"),
        storage("S-02", WrongReads::countsToTwo, "must raise its version by one"),
        storage(
            "S-03", WrongAnswers::ignoresVersions, "another expected version must be a conflict"),
        storage("S-04", WrongStorages::forgivesConflicts, "must lose the transaction, even if"),
        storage("S-05", WrongTransactions::storesOneCollectionOnly, "of all collections"),
        storage("S-05", WrongTransactions::keepsPartsOfPutAll, "all of its documents or none"),
        storage("S-06", WrongTransactions::losesTheRestOfABatch, "each must be stored"),
        storage("S-07", WrongTransactions::takesTheLastOfTwo, "named twice in one call must be"),
        storage("S-08", WrongTransactions::deletesAnyVersion, "A deletion with another expected"),
        storage("S-09", WrongReads::inventsWhatIsMissing, "that exist, and no other"),
        storage("S-10", WrongReads::keepsTextsOnly, "must come back exactly"));
  }

  private static Stream<Arguments> transactions() {
    return Stream.of(
        storage("S-11", WrongTransactions::queriesWhatWasThere, "must read its own writes"),
        storage("S-12", WrongStorages::keepsFailedTransactions, "must leave no trace"),
        storage("S-13", WrongStorages::wrapsExceptions, "must be thrown on, the same one"),
        storage("S-13", WrongTransactions::swallowsExceptions, "must be thrown on, the same one"),
        storage("S-14", WrongTransactions::forgetsTheResult, "What the work returned must be"),
        storage("S-15", WrongStorages::letsViewsLive, "must not be usable after its call"),
        storage(
            "S-15", WrongTransactions::letsTransactionsLive, "must not be usable after its call"),
        storage("S-16", WrongTransactions::letsThreadsShareATransaction, "by another thread"),
        storage("S-17", WrongTransactions::nests, "inside a work must be refused"),
        storage("S-18", WrongReads::knowsNoUnknownCollection, "An undeclared collection, log or"),
        storage("S-19", WrongStorages::readsTheLatest, "A read must see one snapshot"),
        storage("S-20", WrongStorages::showsEntriesEarly, "Nobody must see what is not committed"),
        storage("S-20", WrongReads::showsEntriesLate, "everybody must see its log entries"),
        storage("S-21", WrongStorages::lastWriterWins, "No update must be lost"),
        storage("S-21", WrongTransactions::isNotThreadSafe, "No update must be lost"),
        storage(
            "S-22", WrongStorages::isolatesSnapshotsOnly, "read what the other writes must not"),
        storage(
            "S-23", WrongStorages::isolatesSnapshotsOnly, "insert because a query found nothing"),
        storage(
            "S-24", WrongStorages::isolatesSnapshotsOnly, "follow the same last entry must not"));
  }

  private static Stream<Arguments> queries() {
    return Stream.of(
        storage("S-25", WrongMatches::takesNoValueForAnEmptyOne, "not even an empty one"),
        storage("S-26", WrongAnswers::knowsOneValueOnly, "found by each of its values"),
        storage("S-27", WrongMatches::isContentWithOneEquality, "All equalities must hold"),
        storage("S-28", WrongMatches::includesTheEnd, "to the last excluded"),
        storage("S-29", WrongReads::ordersByIdOnly, "by attribute, then by id"),
        storage("S-30", WrongReads::skipsBehindACursor, "the result, each document once"),
        storage("S-30", WrongReads::leadsToAnEmptyPage, "The last page must have no cursor"),
        storage("S-31", WrongAnswers::pagesByOffset, "A cursor stays valid while documents"),
        storage("S-32", WrongAnswers::ordersByUtf16, "ordered by Unicode code point"),
        storage("S-33", WrongMatches::ignoresCase, "must find its document and no other"),
        storage("S-34", WrongMatches::trimsBlanks, "Blanks before and behind a value count"),
        storage("S-35", WrongMatches::cutsValues, "a value of 300 characters must be kept"),
        storage("S-36", WrongMatches::storesNul, "with U+0000 or a lone surrogate"),
        storage("S-53", WrongAnswers::knowsOneValueOnly, "rerun with -Dfoodsafety.seed="));
  }

  private static Stream<Arguments> logsAndLeases() {
    return Stream.of(
        storage("S-37", WrongReads::readsTheNewestEntryFirst, "the order in which they were"),
        storage("S-38", WrongTransactions::hasOneLogForAll, "Each log must have its own entries"),
        storage("S-39", WrongTransactions::seesItsOwnEntries, "its own reads do not see them"),
        storage("S-40", WrongStorages::showsEntriesEarly, "that failed must never appear"),
        storage("S-41", WrongStorages::takesPositionsEarly, "never later see a new entry at or"),
        storage("S-42", WrongStorages::sharesLeases, "another must not get it"),
        storage("S-43", WrongLeases::raisesTheTokenOfARenewal, "must keep its token"),
        storage("S-44", WrongStorages::neverEndsLeases, "An expired lease must pass"),
        storage("S-44", WrongLeases::keepsTheToken, "The token must grow"),
        storage("S-45", WrongLeases::keepsTheToken, "The token must grow"),
        storage("S-45", WrongLeases::releasesForAnyone, "to another holder must have no effect"),
        storage("S-46", WrongLeases::ignoresTheCaseOfNames, "nobody else holds must be given"));
  }

  private static Stream<Arguments> lifecycle() {
    return Stream.of(
        storage("S-47", WrongStorages::forgetsToClose, "that was closed must refuse calls"),
        storage("S-48", WrongLeases::closesAtOnce, "Closing must wait for running work"),
        arguments("S-49", remembering(Set.of()), "not DURABLE must begin empty"),
        arguments("S-49", forgetting(StorageCapability.DURABLE), "must keep everything"),
        arguments("S-50", forgetting(StorageCapability.SHARED), "must see each other's commits"),
        arguments("S-50", remembering(Set.of()), "must not show another one's data"),
        arguments(
            "S-50", remembering(Set.of(StorageCapability.DURABLE)), "must refuse a second opening"),
        arguments(
            "S-51", remembering(Set.of(StorageCapability.DURABLE)), "differ from the declared"),
        arguments("S-52", rememberingEachSchema(), "must stay when a collection or log is added"));
  }

  private static Arguments storage(
      String rule, Function<StorageSchema, Storage> opening, String message) {
    return arguments(rule, new ReferenceProvider(Set.of(), opening), message);
  }

  /** Declares a capability without having it. */
  private static ReferenceProvider forgetting(StorageCapability declared) {
    return new ReferenceProvider(
        Set.of(declared), schema -> new ReferenceStorage(new ReferenceModel(schema)));
  }

  /** Keeps everything in this object, without declaring that, and never looks at the attributes. */
  private static ReferenceProvider remembering(Set<StorageCapability> declared) {
    return remembering(declared, schema -> "data");
  }

  /** Makes a new storage when the logs are others, and forgets the old one. */
  private static ReferenceProvider rememberingEachSchema() {
    return remembering(Set.of(StorageCapability.DURABLE), StorageSchema::logs);
  }

  private static ReferenceProvider remembering(
      Set<StorageCapability> declared, Function<StorageSchema, Object> key) {
    Map<Object, ReferenceModel> kept = new HashMap<>();
    return new ReferenceProvider(
        declared,
        schema ->
            new ReferenceStorage(
                kept.computeIfAbsent(key.apply(schema), any -> new ReferenceModel(schema))) {
              @Override
              public void close() {
                kept.put(key.apply(schema), committed);
                super.close();
              }

              @Override
              <R> R transact(Function<? super WriteTransaction, ? extends R> work) {
                R result = super.transact(work);
                kept.put(key.apply(schema), committed);
                return result;
              }
            });
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongStorages")
  void isCaughtByItsRule(String rule, ReferenceProvider provider, String message) {
    wrong = StorageUnderTest.of(provider, Map.of());
    BrokenRules.assertBroken(WrongStorageContract.class, rule, message);
  }

  @Test
  void everyRuleHasAWrongStorage() {
    assertThat(brokenRules()).containsExactlyElementsOf(BrokenRules.all(StorageContract.class));
  }

  /** The rules that a wrong storage breaks. */
  static Set<String> brokenRules() {
    return wrongStorages()
        .map(each -> (String) each.get()[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
