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

  /** What is known of the storage itself. */
  static final String META = "meta";

  /** Everything that a fact, or the fact that is withdrawn, concerns: {@code type:id}. */
  static final String CONCERNS = "concerns";

  /** The kind of a fact. */
  static final String KIND = "kind";

  /** When a fact happened or a form was filled in, as text that sorts. */
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
              CollectionSchema.of(META)),
          Set.of(Ledger.ENTRIES, Ledger.SEALS));

  private CitySchema() {}
}
