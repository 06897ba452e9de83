package io.foodsafety.runtime;

import io.foodsafety.access.SealedAccess;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.message.EventType;
import io.foodsafety.region.FolderPack;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.internal.ChannelChoice;
import io.foodsafety.runtime.internal.CityOpener;
import io.foodsafety.runtime.internal.CitySettings;
import io.foodsafety.runtime.internal.CryptoChoice;
import io.foodsafety.runtime.internal.MessagingChoice;
import io.foodsafety.runtime.internal.OfferChoice;
import io.foodsafety.runtime.internal.PluginSettings;
import io.foodsafety.runtime.internal.Publishing;
import io.foodsafety.runtime.internal.RuleSettings;
import io.foodsafety.runtime.internal.StorageChoice;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.notification.RecipientDirectory;
import io.foodsafety.spi.region.RegionPack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Collects the settings of a city and opens it. Not safe for use by many threads.
 *
 * <p>Every method but {@link #build} returns this builder. A storage, a messaging, a channel and a
 * place of keys are offers of plug-ins: each is chosen by the name under which it is offered, with
 * settings that are checked when the city is opened. If several plug-ins offer one name, a method
 * whose name begins with {@code prefer} says whose offer it means.
 */
public final class FoodSafetyBuilder {

  private final PluginSettings plugins = new PluginSettings();
  private final RuleSettings rules = new RuleSettings();
  private StorageChoice storage = StorageChoice.standard();
  private MessagingChoice messaging = MessagingChoice.standard();
  private ChannelChoice channels = ChannelChoice.none();
  private CryptoChoice crypto = CryptoChoice.standard();
  private Clock clock = Clock.systemUTC();
  private Optional<ZoneId> zone = Optional.empty();
  private Optional<Path> traceFolder = Optional.empty();

  FoodSafetyBuilder() {}

  /**
   * Chooses the storage, such as {@code jdbc}. Without this, everything is kept in memory and lost
   * at the end.
   */
  public FoodSafetyBuilder storage(String name, Map<String, String> settings) {
    this.storage = storage.with(new OfferChoice(name, settings));
    return this;
  }

  /**
   * Chooses the messaging, such as {@code kafka}. Without this, messages stay in this process and
   * are lost at its end.
   */
  public FoodSafetyBuilder messaging(String name, Map<String, String> settings) {
    this.messaging = messaging.with(new OfferChoice(name, settings));
    return this;
  }

  /**
   * Tells other systems what happens in the city, from now on. Without this, nothing is published,
   * and nothing is kept to be published.
   *
   * @param topic where: a topic of this city alone
   * @param types what is published, at least one
   * @throws IllegalArgumentException if there is no type, or one that a city cannot publish, or the
   *     topic is one of dead letters
   */
  public FoodSafetyBuilder publishing(Topic topic, EventType... types) {
    this.messaging = messaging.with(Publishing.of(topic, types));
    return this;
  }

  /**
   * Opens a channel to people, such as {@code webhook}; of one name, the settings given last hold.
   * Without this, a notification is refused.
   */
  public FoodSafetyBuilder channel(String name, Map<String, String> settings) {
    this.channels = channels.with(new OfferChoice(name, settings));
    return this;
  }

  /**
   * Says who holds which role. Without this, nobody is known, and notifications wait.
   *
   * @param directory says it; called by {@link FoodSafety#advance}, outside of any transaction
   */
  public FoodSafetyBuilder recipients(RecipientDirectory directory) {
    this.channels = channels.with(Objects.requireNonNull(directory, "directory"));
    return this;
  }

  /** Adds a plug-in that need not be found by the class loader. */
  public FoodSafetyBuilder plugin(FoodSafetyPlugin plugin) {
    plugins.give(Objects.requireNonNull(plugin, "plugin"));
    return this;
  }

  /**
   * Looks for plug-ins with another class loader, which sees their jars. Without this, it is the
   * calling thread's context class loader, or that of this library if the thread has none.
   */
  public FoodSafetyBuilder classLoader(ClassLoader loader) {
    plugins.discoverWith(Objects.requireNonNull(loader, "loader"));
    return this;
  }

  /** Uses only plug-ins that were handed to this builder. */
  public FoodSafetyBuilder withoutDiscovery() {
    plugins.dontDiscover();
    return this;
  }

  /**
   * Leaves out a plug-in that the class loader finds. One that is handed to this builder under the
   * same id takes its place.
   *
   * @param pluginId the id of the plug-in, or the name of its class, which is then not even loaded
   */
  public FoodSafetyBuilder without(String pluginId) {
    plugins.exclude(Objects.requireNonNull(pluginId, "pluginId"));
    return this;
  }

  /** Says which plug-in's storage a name means. */
  public FoodSafetyBuilder preferStorage(String name, String pluginId) {
    return prefer(OfferKind.STORAGE, name, pluginId);
  }

  /** Says which plug-in's messaging a name means. */
  public FoodSafetyBuilder preferMessaging(String name, String pluginId) {
    return prefer(OfferKind.MESSAGING, name, pluginId);
  }

  /** Says which plug-in's notification channel a name means. */
  public FoodSafetyBuilder preferChannel(String name, String pluginId) {
    return prefer(OfferKind.CHANNEL, name, pluginId);
  }

  /** Says which plug-in's record format a name means. */
  public FoodSafetyBuilder preferFormat(String name, String pluginId) {
    return prefer(OfferKind.FORMAT, name, pluginId);
  }

  /** Says which plug-in's region pack an id means. */
  public FoodSafetyBuilder preferRegion(String id, String pluginId) {
    return prefer(OfferKind.REGION, id, pluginId);
  }

  /** Says which plug-in's report renderer a name means. */
  public FoodSafetyBuilder preferRenderer(String name, String pluginId) {
    return prefer(OfferKind.RENDERER, name, pluginId);
  }

  /** Says which plug-in's document renderer a name means. */
  public FoodSafetyBuilder preferDocumentRenderer(String name, String pluginId) {
    return prefer(OfferKind.DOCUMENT_RENDERER, name, pluginId);
  }

  /** Says which plug-in's crypto suite a name means. */
  public FoodSafetyBuilder preferCrypto(String name, String pluginId) {
    return prefer(OfferKind.CRYPTO, name, pluginId);
  }

  /** Says which plug-in's place of keys a name means. */
  public FoodSafetyBuilder preferKeys(String name, String pluginId) {
    return prefer(OfferKind.KEYS, name, pluginId);
  }

  private FoodSafetyBuilder prefer(OfferKind kind, String name, String pluginId) {
    plugins.prefer(kind, name, pluginId);
    return this;
  }

  /**
   * Chooses hash function and cipher by the name of their suite, such as {@code sm}: the cipher for
   * what is sealed from now on, the hash function for the ledger of a city that does not exist yet.
   * A stored ledger keeps its own. Without this, they are SHA-256 and AES-256-GCM.
   */
  public FoodSafetyBuilder crypto(String name) {
    this.crypto = crypto.withSuite(Objects.requireNonNull(name, "name"));
    return this;
  }

  /**
   * Opens the place of the keys for sealed attributes, such as {@code file}. Without this, a fact
   * with a sealed attribute is refused.
   */
  public FoodSafetyBuilder keys(String name, Map<String, String> settings) {
    this.crypto = crypto.withKeys(new OfferChoice(name, settings));
    return this;
  }

  /** Says who may see sealed values. Without this, nobody may. */
  public FoodSafetyBuilder sealedAccess(SealedAccess access) {
    this.crypto = crypto.withAccess(Objects.requireNonNull(access, "access"));
    return this;
  }

  /** Sets the clock that says when records are recorded. Without this, it is the system's. */
  public FoodSafetyBuilder clock(Clock newClock) {
    this.clock = Objects.requireNonNull(newClock, "newClock");
    return this;
  }

  /** Sets the zone of the city's days. Without this, it is that of the region, or UTC. */
  public FoodSafetyBuilder zone(ZoneId newZone) {
    this.zone = Optional.of(newZone);
    return this;
  }

  /**
   * Keeps the network of trace events in a folder from one start to the next. Without this, it is
   * built from the storage when a process first asks; with millions of events that takes minutes.
   * The folder holds nothing that is not in the storage: it may be deleted while no process uses
   * it, and what is damaged or of another storage is built anew. One process at a time uses a
   * folder; it must lie on a local disk, and is made if it is not there.
   */
  public FoodSafetyBuilder traceFolder(Path folder) {
    this.traceFolder = Optional.of(folder);
    return this;
  }

  /**
   * Fills the storage from an archive, as {@link FoodSafety#exportTo} wrote it, when the city is
   * opened, and checks that the ledger has the same root. The storage must be empty, or hold what
   * an import of the same archive has left that was cut off, which then goes on. Until it has
   * ended, the storage does not open as a city.
   */
  public FoodSafetyBuilder importing(Path file) {
    this.storage = storage.with(file);
    return this;
  }

  /**
   * Chooses the region, whose packs say what may be recorded and how it is graded.
   *
   * @param id the id of a pack that a plug-in offers or that was added here
   */
  public FoodSafetyBuilder region(String id) {
    rules.choose(id);
    return this;
  }

  /**
   * Adds a region pack. It takes part if it is the region's own or one of those below, in the place
   * of a plug-in's pack of the same id.
   */
  public FoodSafetyBuilder pack(RegionPack pack) {
    rules.add(pack);
    return this;
  }

  /**
   * Adds a region pack that is a folder, the one that holds {@code pack.json}.
   *
   * @throws io.foodsafety.region.RegionException if it cannot be read or names no id
   */
  public FoodSafetyBuilder pack(Path folder) {
    return pack(FolderPack.of(folder));
  }

  /** Adds a policy file. The kinds of fact and attributes that it declares may be recorded then. */
  public FoodSafetyBuilder policy(Path file) {
    rules.addPolicy(file);
    return this;
  }

  /**
   * Records the changes of the grades that all businesses have by some policies: {@link
   * FoodSafety#advance} then looks at every business of which something new was recorded, and at
   * every one whose grade may be another one by the day, and records each change as a fact of kind
   * {@code grade-change}. Without this, grades are found when they are asked for, and nothing is
   * recorded.
   *
   * @param policyIds ids of policies of the city; those named before stay
   * @throws IllegalArgumentException if an id is longer than 200 characters, or no well-formed code
   */
  public FoodSafetyBuilder recordGradesOf(String... policyIds) {
    for (String id : policyIds) {
      rules.recordGradesOf(id);
    }
    return this;
  }

  /** Adds a form file. The kinds of fact and attributes that it declares may be recorded then. */
  public FoodSafetyBuilder form(Path file) {
    rules.addForm(file);
    return this;
  }

  /**
   * Adds a form that was read already, such as one in official words. What it needs is compared
   * with what the city declares when the city is opened.
   */
  public FoodSafetyBuilder form(FormTemplate form) {
    rules.add(form);
    return this;
  }

  /**
   * Opens the city.
   *
   * @return the open city, to be closed by the caller
   * @throws StartupException if anything is wrong; it lists all problems
   */
  public FoodSafety build() {
    CityOpener opener =
        new CityOpener(
            new CitySettings(
                plugins, rules, storage, messaging, channels, crypto, clock, zone, traceFolder));
    return new FoodSafety(opener.open(), opener.reports());
  }
}
