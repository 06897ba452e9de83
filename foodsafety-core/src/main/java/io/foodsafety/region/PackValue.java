package io.foodsafety.region;

/**
 * A value of a region, with where it comes from.
 *
 * @param kind the kind of document it stands in: table, policy and so on
 * @param id the id of the document
 * @param path where it stands: the key of a row and a column, or a JSON pointer
 * @param value the value as text
 * @param origin the pack, the file and the line
 */
public record PackValue(String kind, String id, String path, String value, Origin origin) {}
