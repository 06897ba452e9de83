package io.foodsafety.runtime;

import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.message.MessageService;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.region.Region;
import io.foodsafety.runtime.internal.City;
import io.foodsafety.spi.storage.StorageException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An open city: its storage, plug-ins and settings. Safe for use by many threads; opened by {@link
 * #builder()} and closed by the host.
 */
public final class FoodSafety implements AutoCloseable {

  private final City city;
  private final List<PluginReport> plugins;

  FoodSafety(City city, List<PluginReport> plugins) {
    this.city = city;
    this.plugins = List.copyOf(plugins);
  }

  /** {@return a builder with the settings of a city in memory, in UTC} */
  public static FoodSafetyBuilder builder() {
    return new FoodSafetyBuilder();
  }

  /**
   * The services on behalf of an actor.
   *
   * @param actor who acts; the ledger names the actor with every change
   * @return a session
   */
  public Session as(Actor actor) {
    return new Session(city, Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Does what is due: records what is wrong in the trace records as facts of kind {@code
   * trace-finding}, withdraws those that no longer hold, records changes of grades if {@link
   * FoodSafetyBuilder#recordGradesOf} says so, seals the ledger, tells people what they are to be
   * told, reminded of or have escalated to them, and sends the messages that wait. Calling it
   * again, at any time and from any number of processes, does no harm: it does what is left, and
   * one process at a time does it. Businesses are graded for about a minute, so that the people to
   * be told and the messages do not wait longer: where there are many, as the first time, call
   * again until the report says that it is complete.
   *
   * @param now the time, which the seals carry
   * @return what was done
   * @throws StorageException if the storage fails; what was done is kept, and calling again goes on
   */
  public AdvanceReport advance(Instant now) {
    return city.advance(Objects.requireNonNull(now, "now"));
  }

  /**
   * Writes everything that is stored to one file, from which {@link FoodSafetyBuilder#importing}
   * fills another storage. Keys are not in it. What is recorded while this runs is not in it
   * either, so let nobody write before a city moves.
   *
   * @param file the file, which must not be there yet
   * @return what the file holds
   * @throws ArchiveException if the ledger is not sound, or the file is there or cannot be written
   * @throws StorageException if the storage fails
   */
  public ArchiveHeader exportTo(Path file) {
    return city.exportTo(Objects.requireNonNull(file, "file"));
  }

  /** {@return messages between systems} */
  public MessageService messages() {
    return city.messages();
  }

  /** {@return the plug-ins that were found, by id, with why each was loaded or left out} */
  public List<PluginReport> plugins() {
    return plugins;
  }

  /** {@return the kinds of fact and attributes of subjects that may be recorded} */
  public FactCatalogue catalogue() {
    return city.catalogue();
  }

  /** {@return the region that was chosen, if one was} */
  public Optional<Region> region() {
    return city.region();
  }

  /** {@return the zone of the city's days} */
  public ZoneId zone() {
    return city.zone();
  }

  /**
   * Waits for running work, closes the messaging and the storage. Every later call is an
   * IllegalStateException.
   */
  @Override
  public void close() {
    city.close();
  }
}
