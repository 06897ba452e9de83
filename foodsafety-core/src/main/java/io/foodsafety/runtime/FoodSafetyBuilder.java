package io.foodsafety.runtime;

import io.foodsafety.access.SealedAccess;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.message.EventType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.region.FolderPack;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.internal.ChannelChoice;
import io.foodsafety.runtime.internal.CityForms;
import io.foodsafety.runtime.internal.CityOpener;
import io.foodsafety.runtime.internal.CryptoChoice;
import io.foodsafety.runtime.internal.MessagingChoice;
import io.foodsafety.runtime.internal.PluginSettings;
import io.foodsafety.runtime.internal.Publishing;
import io.foodsafety.runtime.internal.RegionChoice;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.notification.RecipientDirectory;
import io.foodsafety.spi.region.RegionPack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects the settings of a city and opens it. Not safe for use by many threads. */
public final class FoodSafetyBuilder {

  /** With a day behind it, the id is a value of an index. */
  private static final int MAX_RECORDED_ID = 200;

  private final PluginSettings plugins = new PluginSettings();
  private final List<Path> policies = new ArrayList<>();
  private final List<RegionPack> packs = new ArrayList<>();
  private final Set<String> recorded = new TreeSet<>();
  private Optional<String> region = Optional.empty();
  private final List<CityForms.Source> forms = new ArrayList<>();
  private String storage = "memory";
  private Map<String, String> storageSettings = Map.of();
  private String messaging = "in-process";
  private Map<String, String> messagingSettings = Map.of();
  private Optional<Publishing> publishing = Optional.empty();
  private ChannelChoice channels = ChannelChoice.none();
  private CryptoChoice crypto = CryptoChoice.standard();
  private Clock clock = Clock.systemUTC();
  private Optional<ZoneId> zone = Optional.empty();
  private Optional<Path> traceFolder = Optional.empty();
  private Optional<Path> archive = Optional.empty();

  FoodSafetyBuilder() {}

  /**
   * Chooses the storage. Without this, everything is kept in memory and lost at the end.
   *
   * @param name the name of a storage that a plug-in offers, such as {@code jdbc}
   * @param settings its settings
   * @return this builder
   */
  public FoodSafetyBuilder storage(String name, Map<String, String> settings) {
    this.storage = Objects.requireNonNull(name, "name");
    this.storageSettings = Map.copyOf(settings);
    return this;
  }

  /**
   * Chooses the messaging. Without this, messages stay in this process and are lost at its end.
   *
   * @param name the name of a messaging that a plug-in offers, such as {@code kafka}
   * @param settings its settings
   * @return this builder
   */
  public FoodSafetyBuilder messaging(String name, Map<String, String> settings) {
    this.messaging = Objects.requireNonNull(name, "name");
    this.messagingSettings = Map.copyOf(settings);
    return this;
  }

  /**
   * Tells other systems what happens in the city, from now on. Without this, nothing is published,
   * and nothing is kept to be published.
   *
   * @param topic where: a topic of this city alone
   * @param types what is published, at least one
   * @return this builder
   * @throws IllegalArgumentException if there is no type, or one that a city cannot publish, or the
   *     topic is one of dead letters
   */
  public FoodSafetyBuilder publishing(Topic topic, EventType... types) {
    if (types.length == 0 || topic.isDeadLetters()) {
      throw new IllegalArgumentException(
          "The topic (%s) must not be one of dead letters, and there must be a type of event."
              .formatted(topic));
    }
    Set<EventType> chosen = new HashSet<>();
    for (EventType type : types) {
      chosen.add(EventType.of(type.name()));
    }
    this.publishing = Optional.of(new Publishing(topic, chosen));
    return this;
  }

  /**
   * Opens a channel to people. Without this, a notification is refused.
   *
   * @param name the name of a channel that a plug-in offers, such as {@code webhook}
   * @param settings its settings; they take the place of those given for the same name before
   * @return this builder
   */
  public FoodSafetyBuilder channel(String name, Map<String, String> settings) {
    this.channels = channels.with(Objects.requireNonNull(name, "name"), settings);
    return this;
  }

  /**
   * Says who holds which role. Without this, nobody is known, and notifications wait.
   *
   * @param directory says it; called by {@link FoodSafety#advance}, outside of any transaction
   * @return this builder
   */
  public FoodSafetyBuilder recipients(RecipientDirectory directory) {
    this.channels = channels.with(Objects.requireNonNull(directory, "directory"));
    return this;
  }

  /**
   * Adds a plug-in that need not be found by the class loader.
   *
   * @param plugin the plug-in
   * @return this builder
   */
  public FoodSafetyBuilder plugin(FoodSafetyPlugin plugin) {
    plugins.give(Objects.requireNonNull(plugin, "plugin"));
    return this;
  }

  /**
   * Looks for plug-ins with another class loader. Without this, it is the calling thread's context
   * class loader, or that of this library if the thread has none.
   *
   * @param loader sees the jars of the plug-ins
   * @return this builder
   */
  public FoodSafetyBuilder classLoader(ClassLoader loader) {
    plugins.discoverWith(Objects.requireNonNull(loader, "loader"));
    return this;
  }

  /**
   * Uses only plug-ins that were handed to this builder.
   *
   * @return this builder
   */
  public FoodSafetyBuilder withoutDiscovery() {
    plugins.dontDiscover();
    return this;
  }

  /**
   * Leaves out a plug-in that the class loader finds. One that is handed to this builder under the
   * same id takes its place.
   *
   * @param pluginId the id of the plug-in, or the name of its class, which is then not even loaded
   * @return this builder
   */
  public FoodSafetyBuilder without(String pluginId) {
    plugins.exclude(Objects.requireNonNull(pluginId, "pluginId"));
    return this;
  }

  /**
   * Says which plug-in's storage a name means, if several offer it.
   *
   * @param name the name of the storage
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferStorage(String name, String pluginId) {
    plugins.prefer(OfferKind.STORAGE, name, pluginId);
    return this;
  }

  /**
   * Says which plug-in's messaging a name means, if several offer it.
   *
   * @param name the name of the messaging
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferMessaging(String name, String pluginId) {
    plugins.prefer(OfferKind.MESSAGING, name, pluginId);
    return this;
  }

  /**
   * Says which plug-in's notification channel a name means, if several offer it.
   *
   * @param name the name of the channel
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferChannel(String name, String pluginId) {
    plugins.prefer(OfferKind.CHANNEL, name, pluginId);
    return this;
  }

  /**
   * Says which plug-in's record format a name means, if several offer it.
   *
   * @param name the name of the format
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferFormat(String name, String pluginId) {
    plugins.prefer(OfferKind.FORMAT, name, pluginId);
    return this;
  }

  /**
   * Says which plug-in's region pack an id means, if several offer it.
   *
   * @param id the id of the pack
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferRegion(String id, String pluginId) {
    plugins.prefer(OfferKind.REGION, id, pluginId);
    return this;
  }

  /**
   * Says which plug-in's report renderer a name means, if several offer it.
   *
   * @param name the name of the renderer
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferRenderer(String name, String pluginId) {
    plugins.prefer(OfferKind.RENDERER, name, pluginId);
    return this;
  }

  /**
   * Says which plug-in's document renderer a name means, if several offer it.
   *
   * @param name the name of the renderer
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferDocumentRenderer(String name, String pluginId) {
    plugins.prefer(OfferKind.DOCUMENT_RENDERER, name, pluginId);
    return this;
  }

  /**
   * Says which plug-in's crypto suite a name means, if several offer it.
   *
   * @param name the name of the suite
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferCrypto(String name, String pluginId) {
    plugins.prefer(OfferKind.CRYPTO, name, pluginId);
    return this;
  }

  /**
   * Says which plug-in's place of keys a name means, if several offer it.
   *
   * @param name the name of the place
   * @param pluginId the plug-in whose offer is used
   * @return this builder
   */
  public FoodSafetyBuilder preferKeys(String name, String pluginId) {
    plugins.prefer(OfferKind.KEYS, name, pluginId);
    return this;
  }

  /**
   * Chooses hash function and cipher: the cipher for what is sealed from now on, the hash function
   * for the ledger of a city that does not exist yet. A stored ledger keeps its own. Without this,
   * they are SHA-256 and AES-256-GCM.
   *
   * @param name the name of a suite that a plug-in offers, such as {@code sm}
   * @return this builder
   */
  public FoodSafetyBuilder crypto(String name) {
    this.crypto = crypto.withSuite(Objects.requireNonNull(name, "name"));
    return this;
  }

  /**
   * Opens the keys for sealed attributes. Without this, a fact with a sealed attribute is refused.
   *
   * @param name the name of a place of keys that a plug-in offers, such as {@code file}
   * @param settings its settings
   * @return this builder
   */
  public FoodSafetyBuilder keys(String name, Map<String, String> settings) {
    this.crypto = crypto.withKeys(Objects.requireNonNull(name, "name"), settings);
    return this;
  }

  /**
   * Says who may see sealed values. Without this, nobody may.
   *
   * @param access says it
   * @return this builder
   */
  public FoodSafetyBuilder sealedAccess(SealedAccess access) {
    this.crypto = crypto.withAccess(Objects.requireNonNull(access, "access"));
    return this;
  }

  /**
   * Sets the clock that says when records are recorded. Without this, it is the system's.
   *
   * @param newClock the clock
   * @return this builder
   */
  public FoodSafetyBuilder clock(Clock newClock) {
    this.clock = Objects.requireNonNull(newClock, "newClock");
    return this;
  }

  /**
   * Sets the zone of the city's days. Without this, it is that of the region, or UTC.
   *
   * @param newZone the zone
   * @return this builder
   */
  public FoodSafetyBuilder zone(ZoneId newZone) {
    this.zone = Optional.of(newZone);
    return this;
  }

  /**
   * Keeps the network of trace events in a folder from one start to the next. Without this, it is
   * built from the storage when a process first asks; with millions of events that takes minutes.
   * The folder holds nothing that is not in the storage: it may be deleted while no process uses
   * it, and what is damaged or of another storage is built anew. One process at a time uses a
   * folder; it must lie on a local disk.
   *
   * @param folder the folder, which is made if it is not there
   * @return this builder
   */
  public FoodSafetyBuilder traceFolder(Path folder) {
    this.traceFolder = Optional.of(folder);
    return this;
  }

  /**
   * Fills the storage from an archive when the city is opened, and checks that the ledger has the
   * same root. The storage must be empty, or hold what an import of the same archive has left that
   * was cut off, which then goes on. Until it has ended, the storage does not open as a city.
   *
   * @param file the archive, as {@link FoodSafety#exportTo} wrote it
   * @return this builder
   */
  public FoodSafetyBuilder importing(Path file) {
    this.archive = Optional.of(file);
    return this;
  }

  /**
   * Chooses the region, whose packs say what may be recorded and how it is graded.
   *
   * @param id the id of a pack that a plug-in offers or that was added here
   * @return this builder
   */
  public FoodSafetyBuilder region(String id) {
    this.region = Optional.of(id);
    return this;
  }

  /**
   * Adds a region pack. It takes part if it is the region's own or one of those below, in the place
   * of a plug-in's pack of the same id.
   *
   * @param pack the pack
   * @return this builder
   */
  public FoodSafetyBuilder pack(RegionPack pack) {
    packs.add(Objects.requireNonNull(pack, "pack"));
    return this;
  }

  /**
   * Adds a region pack that is a folder.
   *
   * @param folder the folder that holds {@code pack.json}
   * @return this builder
   * @throws io.foodsafety.region.RegionException if it cannot be read or names no id
   */
  public FoodSafetyBuilder pack(Path folder) {
    return pack(FolderPack.of(folder));
  }

  /**
   * Adds a policy file. The kinds of fact and attributes that it declares may then be recorded.
   *
   * @param file the file
   * @return this builder
   */
  public FoodSafetyBuilder policy(Path file) {
    policies.add(Objects.requireNonNull(file, "file"));
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
   * @return this builder
   * @throws IllegalArgumentException if an id is longer than 200 characters, or no well-formed code
   */
  public FoodSafetyBuilder recordGradesOf(String... policyIds) {
    for (String id : policyIds) {
      AttributeValue.code(id); // it is one in every fact
      if (id.length() > MAX_RECORDED_ID) {
        throw new IllegalArgumentException(
            "The id of a policy whose grades are recorded must have at most %d characters; it has %d."
                .formatted(MAX_RECORDED_ID, id.length()));
      }
      recorded.add(id);
    }
    return this;
  }

  /**
   * Adds a form. The kinds of fact and attributes that it declares may then be recorded.
   *
   * @param file the file
   * @return this builder
   */
  public FoodSafetyBuilder form(Path file) {
    Objects.requireNonNull(file, "file");
    forms.add(catalogue -> FormTemplate.read(file, catalogue));
    return this;
  }

  /**
   * Adds a form that was read already, such as one in official words. What it needs is compared
   * with what the city declares when the city is opened.
   *
   * @param form the form
   * @return this builder
   */
  public FoodSafetyBuilder form(FormTemplate form) {
    Objects.requireNonNull(form, "form");
    forms.add(catalogue -> form);
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
            plugins,
            storage,
            storageSettings,
            new MessagingChoice(messaging, messagingSettings, publishing),
            channels,
            new RegionChoice(
                region, List.copyOf(packs), List.copyOf(policies), Set.copyOf(recorded)),
            forms,
            crypto,
            clock,
            zone,
            traceFolder,
            archive);
    return new FoodSafety(opener.open(), opener.reports());
  }
}
