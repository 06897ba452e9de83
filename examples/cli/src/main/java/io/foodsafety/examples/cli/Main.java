package io.foodsafety.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the library: {@code java -jar foodsafety.jar COMMAND}. */
@Command(
    name = "foodsafety",
    description = "Tries the FoodSafety library on one's own data.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Runnable {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs one command and returns its exit code. */
  static int execute(String... args) {
    // Hibernate Validator logs through JBoss Logging, which by itself would choose
    // java.util.logging
    // and print to stderr.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    return new CommandLine(new Main()).execute(args);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(new CommandLine(this), "Missing command.");
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"foodsafety " + (version == null ? "(not packaged)" : version)};
    }
  }
}
