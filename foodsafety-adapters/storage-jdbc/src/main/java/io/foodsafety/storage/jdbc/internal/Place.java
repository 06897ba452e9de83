package io.foodsafety.storage.jdbc.internal;

/**
 * A place in the order of two columns.
 *
 * @param column the first column
 * @param value its value at the place
 * @param idColumn the second column
 * @param id its value at the place
 * @param sign {@code >} or {@code <}: which rows come after the place
 */
record Place(String column, String value, String idColumn, String id, String sign) {}
