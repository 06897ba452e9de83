package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordSource;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.trace.OutbreakCases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cases and assumptions of an outbreak. A file with a wrong line is not used at all: a
 * score that leaves out a case would be a wrong one.
 */
final class CaseFile implements RecordSink {

  private static final String PARTY = "party";
  private static final String LOT = "lot";

  private final Run run;
  private final List<Issue> issues = new ArrayList<>();
  private final Map<String, BigDecimal> parties = new HashMap<>();
  private final Map<String, BigDecimal> lots = new HashMap<>();
  private final Set<String> crossContaminated = new HashSet<>();
  private final Set<String> killingParties = new HashSet<>();
  private final Set<String> killedLots = new HashSet<>();

  CaseFile(Run run) {
    this.run = run;
  }

  OutbreakCases read(String file) {
    List<Issue> faults = Sources.faults(List.of(file));
    if (!faults.isEmpty()) {
      throw new ProblemException(faults);
    }
    for (RecordSource source :
        Sources.of(List.of(file), new NdjsonFormat().name(), run.console())) {
      new Formats().read(source, this);
    }
    if (!issues.isEmpty()) {
      throw new ProblemException(issues);
    }
    return new OutbreakCases(parties, lots, crossContaminated, killingParties, killedLots);
  }

  @Override
  public void accept(DataRecord record) {
    Optional<String> fault =
        switch (record.type()) {
          case "case" -> addCase(record.fields());
          case "assume" -> addAssumption(record.fields());
          default -> Optional.of("its type is " + record.type());
        };
    fault.ifPresent(
        text -> issues.add(CliIssues.CASE.at(record.location()).with("fault", text).build()));
  }

  @Override
  public void reject(Issue issue) {
    issues.add(issue);
  }

  private Optional<String> addCase(Map<String, @Nullable Object> fields) {
    Optional<String> fault = fault(fields, Set.of(PARTY, LOT, "weight"));
    if (fault.isPresent()) {
      return fault;
    }
    Object weight = fields.getOrDefault("weight", BigDecimal.ONE);
    if (!(weight instanceof BigDecimal number)) {
      return Optional.of("its weight is no number");
    }
    Map<String, BigDecimal> weights = fields.containsKey(PARTY) ? parties : lots;
    return weights.putIfAbsent(id(fields), number) == null
        ? Optional.empty()
        : Optional.of("there is a case of (%s) already".formatted(id(fields)));
  }

  private Optional<String> addAssumption(Map<String, @Nullable Object> fields) {
    Optional<String> fault = fault(fields, Set.of(PARTY, LOT, "crossContamination", "kill"));
    if (fault.isPresent()) {
      return fault;
    }
    Object mixes = fields.getOrDefault("crossContamination", false);
    Object kills = fields.getOrDefault("kill", false);
    if (!(mixes instanceof Boolean mixing) || !(kills instanceof Boolean killing)) {
      return Optional.of("crossContamination and kill must be true or false");
    }
    boolean isParty = fields.containsKey(PARTY);
    if (mixing && !isParty) {
      return Optional.of("goods mix at a party, not in a lot");
    }
    if (mixing) {
      crossContaminated.add(id(fields));
    }
    if (killing) {
      (isParty ? killingParties : killedLots).add(id(fields));
    }
    return Optional.empty();
  }

  private static Optional<String> fault(Map<String, @Nullable Object> fields, Set<String> known) {
    for (String name : fields.keySet()) {
      if (!known.contains(name)) {
        return Optional.of("the field (%s) is unknown".formatted(name));
      }
    }
    if (fields.containsKey(PARTY) == fields.containsKey(LOT)) {
      return Optional.of("it must name a party or a lot");
    }
    Object id = fields.containsKey(PARTY) ? fields.get(PARTY) : fields.get(LOT);
    return id instanceof String text && !text.isBlank()
        ? Optional.empty()
        : Optional.of("its party or lot is no text");
  }

  private static String id(Map<String, @Nullable Object> fields) {
    return String.valueOf(fields.containsKey(PARTY) ? fields.get(PARTY) : fields.get(LOT));
  }
}
