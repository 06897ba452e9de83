/**
 * A whole city in one file, to be moved to another storage. Start with {@link
 * io.foodsafety.archive.ArchiveHeader}, which says what is in such a file, and with {@code
 * FoodSafety.exportTo} and {@code FoodSafetyBuilder.importing}, which write and read one.
 *
 * <p>An archive is a zip with a part in NDJSON for each collection and log, and {@code
 * archive.json}, which is written last. The stored bytes, the versions of documents and the
 * positions of log entries are kept exactly, so the imported city has the same ledger root. Keys
 * are not in it. The format is in {@code docs/moving-a-city.md}.
 *
 * <pre>{@code
 * ArchiveHeader header = city.exportTo(Path.of("city.zip"));
 * FoodSafety moved = FoodSafety.builder().storage("jdbc", settings).importing(Path.of("city.zip")).build();
 * }</pre>
 *
 * <p>All types are immutable and safe for use by many threads.
 */
@NullMarked
package io.foodsafety.archive;

import org.jspecify.annotations.NullMarked;
