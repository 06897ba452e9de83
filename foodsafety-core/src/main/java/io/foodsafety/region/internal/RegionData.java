package io.foodsafety.region.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.region.Divisions;
import io.foodsafety.region.PackLayer;
import io.foodsafety.risk.RiskPolicy;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A region that was read and checked.
 *
 * @param packs its packs, from the lowest to its own
 * @param sha256 a hash of all of them
 * @param zone the zone of its days, if a pack says so
 * @param division the division it is for, if a pack says so
 * @param catalogue what is declared
 * @param policies its policies in all versions
 * @param forms its forms in all versions
 * @param divisions its divisions
 * @param layers its documents
 */
public record RegionData(
    List<PackLayer> packs,
    String sha256,
    Optional<ZoneId> zone,
    Optional<String> division,
    FactCatalogue catalogue,
    List<RiskPolicy> policies,
    List<FormTemplate> forms,
    Divisions divisions,
    Layers layers) {}
