package io.foodsafety.runtime.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * All that the host has set before a city is opened.
 *
 * @param plugins which plug-ins are loaded
 * @param rules region, policies and forms
 * @param storage the storage
 * @param messaging messages between systems
 * @param channels the channels to people
 * @param crypto suite and keys
 * @param clock says when records are recorded
 * @param zone the zone of the city's days; that of the region if there is none
 * @param traceFolder where the network of trace events is kept, if it is kept
 */
public record CitySettings(
    PluginSettings plugins,
    RuleSettings rules,
    StorageChoice storage,
    MessagingChoice messaging,
    ChannelChoice channels,
    CryptoChoice crypto,
    Clock clock,
    Optional<ZoneId> zone,
    Optional<Path> traceFolder) {}
