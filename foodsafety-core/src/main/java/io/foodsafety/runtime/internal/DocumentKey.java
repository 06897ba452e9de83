package io.foodsafety.runtime.internal;

/**
 * A document of the storage.
 *
 * @param collection its collection
 * @param id its id
 */
record DocumentKey(String collection, String id) {}
