package io.foodsafety.record;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.DossierSorting;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Sorts records that come in any order into dossiers, in a bounded part of the heap: what does not
 * fit goes to temporary files, which only this user can read and which are deleted in the end. One
 * dossier must fit into memory. Used by one thread and closed by it.
 *
 * <p>A fact concerns its subject and whatever its roles name, once each. Of several records under
 * one id the first counts; an equal one is left out, another one is an issue, and so is a
 * withdrawal whose fact is missing. Records of a business are merged as the register does it: see
 * {@link io.foodsafety.subject.SubjectService}.
 *
 * <pre>{@code
 * try (DossierSort sort = DossierSort.inDefaultFolder()) {
 *   format.read(in, "city.ndjson", sink);                         // the sink decodes and calls sort.add
 *   try (Dossiers dossiers = sort.dossiers(issues::add)) {
 *     dossiers.forEachRemaining(dossier -> …);
 *   }
 * }
 * }</pre>
 */
public final class DossierSort implements Closeable {

  private static final long STANDARD_BUFFER = 96L << 20;

  private final DossierSorting sorting;

  private DossierSort(DossierSorting sorting) {
    this.sorting = sorting;
  }

  /**
   * A sort that holds about 96 MiB and puts what does not fit into the default folder for temporary
   * files.
   *
   * @return the sort
   */
  public static DossierSort inDefaultFolder() {
    return of(Path.of(System.getProperty("java.io.tmpdir", ".")), STANDARD_BUFFER);
  }

  /**
   * A sort.
   *
   * @param folder where a folder for temporary files is made, when one is needed
   * @param buffer about how many bytes of heap may be held
   * @return the sort
   * @throws IllegalArgumentException if the buffer is not positive
   */
  public static DossierSort of(Path folder, long buffer) {
    if (buffer <= 0) {
      throw new IllegalArgumentException("The buffer (%d) must be positive.".formatted(buffer));
    }
    return new DossierSort(new DossierSorting(folder, buffer));
  }

  /**
   * Adds a record. Trace events are in no dossier: they are left out.
   *
   * @param record what it says
   * @param location where it was read, for issues
   * @throws IOException if a temporary file cannot be written
   * @throws IllegalArgumentException if the record was rejected
   */
  public void add(Decoded record, Location location) throws IOException {
    sorting.add(record, location);
  }

  /**
   * Ends the adding and begins the reading.
   *
   * @param issues takes what is wrong between records, before this method returns or later
   * @return the dossiers, to be closed before this sort
   * @throws IOException if a temporary file cannot be written or read
   */
  public Dossiers dossiers(Consumer<Issue> issues) throws IOException {
    return sorting.dossiers(issues);
  }

  /**
   * Frees the memory and deletes the temporary files.
   *
   * @throws IOException if a file cannot be deleted
   */
  @Override
  public void close() throws IOException {
    sorting.close();
  }
}
