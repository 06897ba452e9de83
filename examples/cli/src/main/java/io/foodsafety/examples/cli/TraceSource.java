package io.foodsafety.examples.cli;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.region.Region;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.trace.TraceQueries;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the network comes from that a command asks: files or a database. */
final class TraceSource {

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  /** Files or a database. */
  static final class From {
    @Option(
        names = "--input",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "Files of records; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
    private @Nullable String url;
  }

  @Mixin private final DatabaseOptions database = new DatabaseOptions();
  @Mixin private final RegionOptions region = new RegionOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Format of the files. Default: found by looking.")
  private @Nullable String format;

  /** Asks a network. */
  @FunctionalInterface
  interface Asking {
    void ask(TraceQueries network, Businesses businesses) throws IOException;
  }

  /** What is known of parties that are registered. */
  interface Businesses {
    /** The names of those that are registered. */
    Map<String, String> names(Collection<String> parties);

    /** Whether a party is in a division, or it is not known where it is. */
    boolean mayBeIn(String party, DivisionCode division);
  }

  /** Opens the network, asks it, and ends the run; the exit code. */
  int ask(Run run, Asking asking) throws IOException {
    long records = from.url == null ? askFiles(run, asking) : askStored(run, from.url, asking);
    run.close(records);
    return run.problems().hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
  }

  private long askFiles(Run run, Asking asking) throws IOException {
    List<Issue> faults = Sources.faults(from.files);
    if (!faults.isEmpty()) {
      throw new ProblemException(faults);
    }
    Optional<Region> known = region.read();
    ZoneId zone = known.map(Region::zone).orElse(ZoneOffset.UTC);
    TraceInput input = new TraceInput(known, zone, run);
    Formats formats = new Formats();
    Sources.of(from.files, format, run.console()).forEach(file -> formats.read(file, input));
    asking.ask(input.network(), input);
    return input.records();
  }

  private long askStored(Run run, String url, Asking asking) throws IOException {
    try (FoodSafety city = region.applyTo(database.existing(url, run.console())).build()) {
      Session office = city.as(Actor.system("foodsafety trace"));
      long position = office.trace().refresh();
      asking.ask(office.trace(), new Registered(office));
      return position;
    }
  }

  private record Registered(Session office) implements Businesses {

    @Override
    public Map<String, String> names(Collection<String> parties) {
      Map<String, String> names = new HashMap<>();
      for (String party : parties) {
        office.subjects().find(party).map(Subject::name).ifPresent(name -> names.put(party, name));
      }
      return names;
    }

    @Override
    public boolean mayBeIn(String party, DivisionCode division) {
      return office
          .subjects()
          .find(party)
          .flatMap(Subject::division)
          .map(own -> own.isWithin(division))
          .orElse(true);
    }
  }
}
