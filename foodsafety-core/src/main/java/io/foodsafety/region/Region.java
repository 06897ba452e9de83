package io.foodsafety.region;

import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Severity;
import io.foodsafety.region.internal.PolicyVersions;
import io.foodsafety.region.internal.RegionData;
import io.foodsafety.region.internal.RegionReader;
import io.foodsafety.region.internal.Values;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.internal.PolicyReader;
import io.foodsafety.spi.region.RegionPack;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A region: its packs laid over one another, checked as a whole. Immutable, safe for use by many
 * threads.
 */
public final class Region {

  private final String id;
  private final RegionData data;
  private final List<Issue> warnings;

  private Region(String id, RegionData data, List<Issue> warnings) {
    this.id = id;
    this.data = data;
    this.warnings = warnings;
  }

  /**
   * Reads a region.
   *
   * @param id the id of its pack
   * @param packs all packs that are there, its own and those below, in any order
   * @return the region
   * @throws RegionException with everything that is wrong
   */
  public static Region load(String id, Collection<? extends RegionPack> packs) {
    RegionReader reader = new RegionReader(packs);
    Optional<RegionData> data = reader.read(id);
    List<Issue> issues = reader.issues().issues().stream().distinct().toList();
    List<Issue> errors =
        issues.stream().filter(issue -> issue.severity() == Severity.ERROR).toList();
    return new Region(
        id,
        data.filter(read -> errors.isEmpty())
            .orElseThrow(() -> new RegionException(errors, reader.issues().causes())),
        issues);
  }

  /** {@return the id of its pack} */
  public String id() {
    return id;
  }

  /** {@return its packs, from the lowest to its own} */
  public List<PackLayer> packs() {
    return data.packs();
  }

  /** {@return a hash of all its packs, in hexadecimal: other content has another hash} */
  public String sha256() {
    return data.sha256();
  }

  /** {@return the zone of its days; UTC if no pack says one} */
  public ZoneId zone() {
    return data.zone().orElse(ZoneOffset.UTC);
  }

  /** {@return the division that it is for, if a pack says so} */
  public Optional<DivisionCode> division() {
    return data.division().map(DivisionCode::of);
  }

  /** {@return the kinds of fact and attributes of subjects that its packs declare} */
  public FactCatalogue catalogue() {
    return data.catalogue();
  }

  /** {@return its policies, in all versions} */
  public List<RiskPolicy> policies() {
    return data.policies();
  }

  /**
   * A policy in force on a day.
   *
   * @param policy the id of the policy
   * @param date the day
   * @return the policy, or nothing
   */
  public Optional<RiskPolicy> policy(String policy, LocalDate date) {
    return data.policies().stream()
        .filter(each -> each.id().equals(policy) && each.isInForceOn(date))
        .findFirst();
  }

  /**
   * Reads a policy that stands in none of the packs, such as a proposal: its tables and bands may
   * refer to tables of the region. It may say itself how often to inspect; otherwise the table
   * {@code <policy>-grades} of its id does.
   *
   * @param file the policy file
   * @param base what is declared already: {@link #catalogue()}, or more
   * @return a version for each time during which the tables that it reads stay the same, at least
   *     one
   * @throws PolicyException with everything that is wrong with the file
   */
  public List<RiskPolicy> readPolicy(Path file, FactCatalogue base) {
    return parsePolicy(PolicyReader.bytes(file), file.toString(), base);
  }

  /**
   * Reads a policy from memory, as {@link #readPolicy} does from a file.
   *
   * @param bytes the document, UTF-8
   * @param source what to call it in messages
   * @param base what is declared already: {@link #catalogue()}, or more
   * @return a version for each time during which the tables that it reads stay the same, at least
   *     one
   * @throws PolicyException with everything that is wrong with the document
   */
  public List<RiskPolicy> parsePolicy(byte[] bytes, String source, FactCatalogue base) {
    return PolicyVersions.read(bytes, source, data.layers(), base);
  }

  /** {@return its forms, in all versions} */
  public List<FormTemplate> forms() {
    return data.forms();
  }

  /** {@return its templates of official documents, in all versions} */
  public List<DocumentTemplate> documents() {
    return data.documents();
  }

  /**
   * A table as it is on a day.
   *
   * @param table the id of the table
   * @param date the day
   * @return the table, or nothing
   */
  public Optional<PackTable> table(String table, LocalDate date) {
    return data.layers().table(table, date);
  }

  /**
   * Outlines of divisions as they are on a day.
   *
   * @param outlines their id, such as {@code districts}
   * @param date the day
   * @return the outlines, or nothing
   */
  public Optional<Outlines> outlines(String outlines, LocalDate date) {
    return data.layers().outlines(outlines, date);
  }

  /** {@return its divisions, those that were abolished included} */
  public Divisions divisions() {
    return data.divisions();
  }

  /**
   * The name of something for people, from the table {@code texts} with the columns key, zh and en.
   * A name holds for all days: the table has no dates.
   *
   * @param key what, such as {@code segment.catering}
   * @param locale Chinese for any {@code zh}, else English
   * @return its name, or the key if there is none
   */
  public String text(String key, Locale locale) {
    String column = locale.getLanguage().equals("zh") ? "zh" : "en";
    return table("texts", LocalDate.MAX)
        .flatMap(texts -> texts.find(key))
        .flatMap(row -> row.text(column))
        .orElse(key);
  }

  /**
   * Every value in force on a day, with where it comes from.
   *
   * @param date the day
   * @return the values, by kind and id
   */
  public List<PackValue> values(LocalDate date) {
    return Values.of(data.layers(), date);
  }

  /** {@return what is worth a look in its packs} */
  public List<Issue> warnings() {
    return warnings;
  }

  /** {@return the id and the versions of its packs} */
  @Override
  public String toString() {
    return id + " " + data.packs().stream().map(PackLayer::version).toList();
  }
}
