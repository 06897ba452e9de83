package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What there is to do with a policy file. */
@Command(
    name = "policy",
    description = "Checks a policy file, or tests a policy.",
    mixinStandardHelpOptions = true,
    subcommands = {PolicyCommand.Check.class, PolicyTestCommand.class})
final class PolicyCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(spec), "Missing command: check or test");
  }

  /** Reads a policy file and says what it is. */
  @Command(
      name = "check",
      description = "Reads a policy file, lists all that is wrong with it, and says what it is.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Check extends AbstractCommand {

    @Parameters(paramLabel = "FILE", description = "Policy file.")
    private Path file = Path.of("");

    @Mixin private final RegionOptions region = new RegionOptions();

    @Override
    int run(Run run) throws IOException {
      RiskPolicy policy =
          region
              .read()
              .map(known -> known.readPolicy(file, known.catalogue()).get(0))
              .orElseGet(() -> RiskPolicy.read(file, FactCatalogue.standard()));
      run.problems().reportAll(policy.warnings());
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("id", policy.id());
      fields.put("version", policy.version());
      fields.put("sha256", policy.sha256());
      fields.put("zone", policy.zone().getId());
      fields.put("scale", policy.scale().id());
      fields.put("effectiveFrom", policy.effectiveFrom().map(Object::toString).orElse(null));
      fields.put("effectiveTo", policy.effectiveTo().map(Object::toString).orElse(null));
      if (run.json()) {
        run.result().line(Problems.toJson("policy", fields));
      } else {
        List<String> titles = List.of(run.text("POLICY", "政策"), "");
        try (Table table = new Table(titles, run.result()::line)) {
          for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            Object value = field.getValue();
            table.row(List.of(field.getKey(), value == null ? "-" : value.toString()));
          }
        }
      }
      run.result().flush();
      return ExitCode.DONE;
    }
  }
}
