package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Ledger;
import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Set;

/** What a city stores: collections, index attributes, logs. */
final class CitySchema {

  /** Facts by id. */
  static final String FACTS = "facts";

  /** Withdrawals by id. */
  static final String WITHDRAWALS = "withdrawals";

  /** Businesses by id. */
  static final String SUBJECTS = "subjects";

  /** Forms that were filled in, by id. */
  static final String SUBMISSIONS = "submissions";

  /** Relations of businesses, by a hash of what connects whom from when. */
  static final String RELATIONS = "relations";

  /** Ids that were merged into businesses, by the id that was absorbed. */
  static final String IDENTITIES = "identities";

  /**
   * By what businesses are searched for, by the id of the business. Derived from the businesses, so
   * that it can be made anew: no entry of the ledger is about it.
   */
  static final String SUBJECT_KEYS = "subject_keys";

  /** Trace events by id. */
  static final String TRACE_EVENTS = "trace_events";

  /** The ids of trace events in the order of their capture. */
  static final String TRACE_LOG = "trace";

  /**
   * How far what follows a log has come. Can be made anew by beginning at the start: no entry of
   * the ledger is about it.
   */
  static final String PROGRESS = "progress";

  /**
   * When recorded grades are to be looked at next, by a hash of policy and business. Derived: can
   * be made anew by grading all businesses.
   */
  static final String GRADE_DAYS = "grade_days";

  /** Messages that the city owes, in the order of their causes. */
  static final String OUTBOX = "outbox";

  /** Messages that were refused for good, by their position in the log of messages. */
  static final String UNSENT = "unsent";

  /** What people are told, with who has acknowledged it, by id. */
  static final String NOTIFICATIONS = "notifications";

  /** Notices that the city owes to people, by id. */
  static final String NOTICES = "notices";

  /** What has become of notices that are owed no longer, by id. */
  static final String DISPATCHES = "dispatches";

  /** Whether a notification is open or acknowledged. */
  static final String STATE = "state";

  /**
   * When a notification, a notice or, behind the id of its policy, a grade has its next step, as
   * text that sorts.
   */
  static final String DUE = "due";

  /** The notification of a notice. */
  static final String NOTIFICATION = "notification";

  /** Who looked at sealed attributes, by a random id. */
  static final String LOOKS = "looks";

  /** The fact that was looked at. */
  static final String FACT = "fact";

  /** What is known of the storage itself. */
  static final String META = "meta";

  /** Everything that a fact, or the fact that is withdrawn, concerns: {@code type:id}. */
  static final String CONCERNS = "concerns";

  /** The kind of a fact. */
  static final String KIND = "kind";

  /** When a fact or trace event happened or a form was filled in, as text that sorts. */
  static final String AT = "at";

  /** The fact that is withdrawn. */
  static final String TARGET = "target";

  /** The division of a business. */
  static final String DIVISION = "division";

  /** The segment of a business. */
  static final String SEGMENT = "segment";

  /** The credit code of a business. */
  static final String USCC = "uscc";

  /** What a submission is about: {@code type:id}. */
  static final String SUBJECT = "subject";

  /** The id of the form of a submission. */
  static final String FORM = "form";

  /** The two businesses of a relation. */
  static final String END = "end";

  /** The businesses that an id was ever merged into. */
  static final String KEPT = "kept";

  /** A code, number or pair of characters of a business, with a letter that says which. */
  static final String KEY = "search_key";

  /** The name of a business in normal form. */
  static final String NAME = "name";

  /** The lots that a trace event names; not those in a container. */
  static final String LOT = "lot";

  /** The parties that a trace event names. */
  static final String PARTY = "party";

  static final StorageSchema STORAGE =
      new StorageSchema(
          List.of(
              CollectionSchema.of(
                  FACTS,
                  IndexAttribute.multi(CONCERNS),
                  IndexAttribute.single(KIND),
                  IndexAttribute.single(AT)),
              CollectionSchema.of(
                  WITHDRAWALS, IndexAttribute.single(TARGET), IndexAttribute.multi(CONCERNS)),
              CollectionSchema.of(
                  SUBJECTS,
                  IndexAttribute.single(DIVISION),
                  IndexAttribute.single(SEGMENT),
                  IndexAttribute.single(USCC)),
              CollectionSchema.of(
                  SUBMISSIONS,
                  IndexAttribute.single(SUBJECT),
                  IndexAttribute.single(FORM),
                  IndexAttribute.single(AT)),
              CollectionSchema.of(RELATIONS, IndexAttribute.multi(END)),
              CollectionSchema.of(IDENTITIES, IndexAttribute.multi(KEPT)),
              CollectionSchema.of(
                  SUBJECT_KEYS, IndexAttribute.multi(KEY), IndexAttribute.single(NAME)),
              CollectionSchema.of(
                  TRACE_EVENTS,
                  IndexAttribute.multi(LOT),
                  IndexAttribute.multi(PARTY),
                  IndexAttribute.single(AT)),
              CollectionSchema.of(PROGRESS),
              CollectionSchema.of(GRADE_DAYS, IndexAttribute.single(DUE)),
              CollectionSchema.of(UNSENT),
              CollectionSchema.of(
                  NOTIFICATIONS, IndexAttribute.single(STATE), IndexAttribute.single(DUE)),
              CollectionSchema.of(
                  NOTICES, IndexAttribute.single(NOTIFICATION), IndexAttribute.single(DUE)),
              CollectionSchema.of(DISPATCHES, IndexAttribute.single(NOTIFICATION)),
              CollectionSchema.of(LOOKS, IndexAttribute.single(FACT)),
              CollectionSchema.of(Ledger.TREE),
              CollectionSchema.of(META)),
          Set.of(Ledger.ENTRIES, Ledger.SEALS, TRACE_LOG, OUTBOX));

  /** What is derived, or on its way to others: no fact of the city. */
  private static final Set<String> NOT_JOURNALED =
      Set.of(SUBJECT_KEYS, PROGRESS, GRADE_DAYS, UNSENT, NOTICES, Ledger.TREE);

  /** The collections whose every change is in the ledger. */
  static List<String> journaled() {
    return STORAGE.collections().stream()
        .map(CollectionSchema::name)
        .filter(name -> !NOT_JOURNALED.contains(name))
        .toList();
  }

  private CitySchema() {}
}
