/**
 * All that is known of one business in one view: start with {@link
 * io.foodsafety.dossier.DossierService}, which a session hands out.
 *
 * <p>A dossier is put together when it is asked for, from the register, the facts and the
 * submissions, and is never stored. It shows what was recorded under all ids of the business.
 *
 * <pre>{@code
 * BusinessDossier dossier = session.dossiers().get("S1");
 * dossier.factsByNet(AsOf.date(today), zone).forEach((net, facts) -> …);
 * }</pre>
 */
@NullMarked
package io.foodsafety.dossier;

import org.jspecify.annotations.NullMarked;
