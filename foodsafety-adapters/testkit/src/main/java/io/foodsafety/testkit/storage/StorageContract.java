package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.Storage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The rules of a storage. Extend it and supply {@link #newStorage}; each test is one rule of {@code
 * docs/spi-rules.md}.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class StorageContract {

  private final OpenedStorages opened = new OpenedStorages(this::newStorage);

  /** For subclasses. */
  protected StorageContract() {}

  /**
   * Supplies empty data. Called once for each test; what the data are made of is removed by the
   * subclass.
   *
   * @return the provider and the settings that lead to the data
   */
  protected abstract StorageUnderTest newStorage();

  /** Closes what a rule has opened. */
  @AfterEach
  final void closeAll() {
    opened.closeAll();
  }

  private StorageUnderTest data() {
    return opened.data();
  }

  private Storage storage() {
    return opened.storage();
  }

  private Storage other(Storage storage) {
    return opened.other(storage);
  }

  @Test
  @DisplayName("S-01 A document that was put is got at version 1; one that was not is absent")
  final void getsWhatWasPut() {
    DocumentRules.getsWhatWasPut(storage());
  }

  @Test
  @DisplayName("S-02 Replacing a document at its version raises the version by one")
  final void replacingRaisesTheVersion() {
    DocumentRules.replacingRaisesTheVersion(storage());
  }

  @Test
  @DisplayName(
      "S-03 A put at another version than the stored one is a VersionConflictException and changes nothing")
  final void anotherVersionIsAConflict() {
    DocumentRules.anotherVersionIsAConflict(storage());
  }

  @Test
  @DisplayName("S-04 A version conflict loses the whole transaction, even if the work catches it")
  final void aConflictLosesTheTransaction() {
    DocumentRules.aConflictLosesTheTransaction(storage());
  }

  @Test
  @DisplayName("S-05 putAll stores all of its documents, of any collections, or none")
  final void putAllIsAllOrNothing() {
    DocumentRules.putAllIsAllOrNothing(storage());
  }

  @Test
  @DisplayName("S-06 putAll takes thousands of documents at once")
  final void putAllTakesManyDocuments() {
    DocumentRules.putAllTakesManyDocuments(storage());
  }

  @Test
  @DisplayName("S-07 putAll refuses a document named twice with an IllegalArgumentException")
  final void putAllRefusesADocumentNamedTwice() {
    DocumentRules.putAllRefusesADocumentNamedTwice(storage());
  }

  @Test
  @DisplayName(
      "S-08 delete removes a document and its index values; at another version it is a VersionConflictException")
  final void deletes() {
    DocumentRules.deletes(storage());
  }

  @Test
  @DisplayName("S-09 getAll gives those of the documents that exist, by id")
  final void getsSeveral() {
    DocumentRules.getsSeveral(storage());
  }

  @Test
  @DisplayName("S-10 Bytes are kept exactly: none, every value, two megabytes")
  final void keepsBytesExactly() {
    DocumentRules.keepsBytesExactly(storage());
  }

  @Test
  @DisplayName("S-11 A transaction reads its own writes, also by query")
  final void readsItsOwnWrites() {
    TransactionRules.readsItsOwnWrites(storage());
  }

  @Test
  @DisplayName("S-12 A work that throws leaves no trace")
  final void anExceptionLeavesNoTrace() {
    TransactionRules.anExceptionLeavesNoTrace(storage());
  }

  @Test
  @DisplayName("S-13 What a work throws is thrown on unchanged, the same instance")
  final void anExceptionIsThrownOnUnchanged() {
    TransactionRules.anExceptionIsThrownOnUnchanged(storage());
  }

  @Test
  @DisplayName("S-14 read and write return what the work returned")
  final void givesTheResultOfTheWork() {
    TransactionRules.givesTheResultOfTheWork(storage());
  }

  @Test
  @DisplayName("S-15 A view or transaction used after its call is an IllegalStateException")
  final void aViewEndsWithItsCall() {
    TransactionRules.aViewEndsWithItsCall(storage());
  }

  @Test
  @DisplayName("S-16 A view or transaction used by another thread is an IllegalStateException")
  final void aViewBelongsToItsThread() {
    TransactionRules.aViewBelongsToItsThread(storage());
  }

  @Test
  @DisplayName("S-17 read or write inside a work is an IllegalStateException")
  final void worksAreNotNested() {
    TransactionRules.worksAreNotNested(storage());
  }

  @Test
  @DisplayName("S-18 An undeclared collection, log or attribute is an IllegalArgumentException")
  final void undeclaredNamesAreRefused() {
    TransactionRules.undeclaredNamesAreRefused(storage());
  }

  @Test
  @DisplayName("S-19 A read sees one snapshot while others commit")
  final void aReadSeesOneSnapshot() {
    Storage storage = storage();
    IsolationRules.aReadSeesOneSnapshot(storage, other(storage));
  }

  @Test
  @DisplayName("S-20 Nobody sees what is not committed; everybody sees it when write has returned")
  final void nobodySeesWhatIsNotCommitted() {
    Storage storage = storage();
    IsolationRules.nobodySeesWhatIsNotCommitted(storage, other(storage));
  }

  @Test
  @DisplayName("S-21 No update is lost when several write one document")
  final void noUpdateIsLost() {
    Storage storage = storage();
    IsolationRules.noUpdateIsLost(storage, other(storage));
  }

  @Test
  @DisplayName("S-22 Of two transactions that each read what the other writes, one is run again")
  final void noWriteSkew() {
    Storage storage = storage();
    IsolationRules.noWriteSkew(storage, other(storage));
  }

  @Test
  @DisplayName(
      "S-23 Of two transactions that insert because a query found nothing, one is run again")
  final void noPhantom() {
    Storage storage = storage();
    IsolationRules.noPhantom(storage, other(storage));
  }

  @Test
  @DisplayName(
      "S-24 Of two transactions that append behind the same last log entry, one is run again")
  final void nextEntryIsSerialisable() {
    Storage storage = storage();
    IsolationRules.nextEntryIsSerialisable(storage, other(storage));
  }

  @Test
  @DisplayName("S-25 An equality finds the documents with that value, and none without a value")
  final void findsByOneValue() {
    QueryRules.findsByOneValue(storage());
  }

  @Test
  @DisplayName(
      "S-26 A document with several values is found by each, and after a change by the new ones only")
  final void findsByEachOfSeveralValues() {
    QueryRules.findsByEachOfSeveralValues(storage());
  }

  @Test
  @DisplayName("S-27 Several equalities and a range must all hold")
  final void allEqualitiesHold() {
    QueryRules.allEqualitiesHold(storage());
  }

  @Test
  @DisplayName(
      "S-28 A range includes its start, excludes its end, and leaves out documents without a value")
  final void aRangeIsHalfOpen() {
    QueryRules.aRangeIsHalfOpen(storage());
  }

  @Test
  @DisplayName("S-29 The order is by attribute, then id; without a value first; reversed in both")
  final void ordersByAttributeThenId() {
    QueryRules.ordersByAttributeThenId(storage());
  }

  @Test
  @DisplayName("S-30 Pages cover the result once; the last one has no cursor")
  final void pagesCoverTheResultOnce() {
    QueryRules.pagesCoverTheResultOnce(storage());
  }

  @Test
  @DisplayName("S-31 A cursor stays valid while documents come and go")
  final void pagesStayStable() {
    QueryRules.pagesStayStable(storage());
  }

  @Test
  @DisplayName("S-32 Ids and index values are ordered by Unicode code point")
  final void ordersByCodePoint() {
    TextRules.ordersByCodePoint(storage());
  }

  @Test
  @DisplayName("S-33 Ids and index values are compared exactly, whatever characters they have")
  final void keepsTextsApart() {
    TextRules.keepsTextsApart(storage());
  }

  @Test
  @DisplayName("S-34 Blanks in index values count")
  final void keepsBlanksInValues() {
    TextRules.keepsBlanksInValues(storage());
  }

  @Test
  @DisplayName("S-35 Ids of 256 and index values of 300 characters are kept")
  final void keepsLongTexts() {
    TextRules.keepsLongTexts(storage());
  }

  @Test
  @DisplayName(
      "S-36 U+0000 may stand in the bound of a range, but not in an index value; nor a lone surrogate")
  final void boundsMayHaveNul() {
    TextRules.boundsMayHaveNul(storage());
  }

  @Test
  @DisplayName("S-37 Log entries come in order, at positions that grow from 1")
  final void readsEntriesInOrder() {
    LogRules.readsEntriesInOrder(storage());
  }

  @Test
  @DisplayName("S-38 Logs are separate from each other")
  final void logsAreSeparate() {
    LogRules.logsAreSeparate(storage());
  }

  @Test
  @DisplayName("S-39 A transaction does not see the entries that it appends")
  final void aTransactionDoesNotSeeItsEntries() {
    LogRules.aTransactionDoesNotSeeItsEntries(storage());
  }

  @Test
  @DisplayName("S-40 Entries of a transaction that failed never appear")
  final void entriesOfFailedTransactionsNeverAppear() {
    LogRules.entriesOfFailedTransactionsNeverAppear(storage());
  }

  @Test
  @DisplayName(
      "S-41 Whoever has read log position n never later sees a new entry at or before n; entries of one transaction stand together")
  final void nothingAppearsBehindAReader() {
    Storage storage = storage();
    LogRules.nothingAppearsBehindAReader(storage, other(storage));
  }

  @Test
  @DisplayName("S-42 A lease has one holder at a time")
  final void oneHolderAtATime() {
    Storage storage = storage();
    LeaseRules.oneHolderAtATime(storage, other(storage));
  }

  @Test
  @DisplayName("S-43 Renewing a lease keeps its token")
  final void renewingKeepsTheToken() {
    LeaseRules.renewingKeepsTheToken(storage());
  }

  @Test
  @DisplayName("S-44 An expired lease passes to another holder, with a greater token")
  final void anExpiredLeasePassesOn() {
    Storage storage = storage();
    LeaseRules.anExpiredLeasePassesOn(storage, other(storage));
  }

  @Test
  @DisplayName("S-45 A released lease is free; releasing one that has passed on has no effect")
  final void aReleasedLeaseIsFree() {
    LeaseRules.aReleasedLeaseIsFree(storage());
  }

  @Test
  @DisplayName(
      "S-46 Leases of different names are independent; a name or duration that is none is an IllegalArgumentException")
  final void namesAreIndependent() {
    LeaseRules.namesAreIndependent(storage());
  }

  @Test
  @DisplayName("S-47 A call after close is an IllegalStateException; closing twice is harmless")
  final void aClosedStorageRefusesCalls() {
    LifecycleRules.aClosedStorageRefusesCalls(storage());
  }

  @Test
  @DisplayName("S-48 close waits for running work")
  final void closingWaits() {
    LifecycleRules.closingWaits(storage());
  }

  @Test
  @DisplayName(
      "S-49 A DURABLE storage keeps everything when it is opened again; another one begins empty")
  final void keepsWhatItPromises() {
    LifecycleRules.keepsWhatItPromises(data());
  }

  @Test
  @DisplayName(
      "S-50 Two openings of a SHARED storage see each other's commits; another one refuses the second or keeps it apart")
  final void sharesOrRefuses() {
    LifecycleRules.sharesOrRefuses(data());
  }

  @Test
  @DisplayName(
      "S-51 Stored attributes that differ from the declared ones are a StorageException that names both")
  final void refusesOtherAttributes() {
    LifecycleRules.refusesOtherAttributes(data());
  }

  @Test
  @DisplayName("S-52 Collections and logs that are new are created beside what is stored")
  final void createsWhatIsMissing() {
    LifecycleRules.createsWhatIsMissing(data());
  }

  @Test
  @DisplayName("S-53 Random transactions and queries give the answers of a plain model")
  final void agreesWithAPlainModel() {
    RandomOperations.compare(storage());
  }

  @Test
  @DisplayName("S-54 An entry appended at a position stands there; one that is passed is refused")
  final void placesEntries() {
    LogRules.placesEntries(storage());
  }
}
