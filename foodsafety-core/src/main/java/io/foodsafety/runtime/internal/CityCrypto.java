package io.foodsafety.runtime.internal;

import io.foodsafety.access.SealedAccess;
import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.ledger.internal.LedgerDigest;

/**
 * The cryptography of an open city.
 *
 * @param digest the hash function of the ledger
 * @param sealing seals and opens attributes
 * @param access who may see what is sealed
 */
record CityCrypto(LedgerDigest digest, AttributeSealing sealing, SealedAccess access) {}
