/**
 * The ledger: what was changed, by whom, when, and whether anybody has tampered with it since.
 * Start with {@link io.foodsafety.ledger.LedgerService}, which a session hands out.
 *
 * <p>Every change of any document appends an entry in the change's own transaction: actor, time,
 * collection, id, version and the hash of the stored bytes. Sealing, which {@code city.advance}
 * does, chains blocks of entries by hash. {@link io.foodsafety.ledger.LedgerService#verify()} finds
 * entries that were changed, dropped, inserted or moved, and documents that were changed behind the
 * ledger's back.
 *
 * <p>A party who can rewrite everything in the storage, the seals included, can make a new and
 * consistent ledger. Only a chain head that is kept elsewhere shows that: write {@link
 * io.foodsafety.ledger.LedgerReport#head()} down where that party cannot reach.
 *
 * <pre>{@code
 * LedgerReport report = session.ledger().verify();
 * report.faults().forEach(fault -> log(fault.toLine(Locale.ENGLISH)));
 * }</pre>
 */
@NullMarked
package io.foodsafety.ledger;

import org.jspecify.annotations.NullMarked;
