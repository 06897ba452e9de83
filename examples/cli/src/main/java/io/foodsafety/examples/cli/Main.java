package io.foodsafety.examples.cli;

import io.foodsafety.archive.ArchiveException;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.region.RegionException;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.runtime.StartupException;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.storage.StorageException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line of the library: {@code java -jar foodsafety.jar COMMAND}. */
@Command(
    name = "foodsafety",
    description = "Tries the FoodSafety library on one's own data.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      GradeCommand.class,
      CompareCommand.class,
      OutlookCommand.class,
      ExplainCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      LedgerCommand.class,
      KeysCommand.class,
      GradesCommand.class,
      NotificationsCommand.class,
      ConvertCommand.class,
      GenerateCommand.class,
      PolicyCommand.class,
      RegionCommand.class,
      ReportCommand.class,
      TraceCommand.class,
      RecallCommand.class,
      OutbreakCommand.class,
      GapsCommand.class,
      DemoCommand.class
    })
public final class Main implements Runnable {

  /**
   * Drivers that print to standard error by themselves, addresses and users included. What fails
   * comes as an exception. Held here, because java.util.logging forgets loggers that nobody holds.
   */
  private static final List<Logger> LIBRARY_LOGS =
      List.of(Logger.getLogger("org.postgresql"), Logger.getLogger("org.h2"));

  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b(?:[a-z]\\w*\\.)*[A-Z]\\w*(?:Exception|Error): ");

  private final Console console;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Standard output unwrapped: a PrintStream hides that nobody reads any more.
    System.exit(
        run(
            new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(
                    new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8),
                Terminal.isStandardError(),
                Clock.systemUTC(),
                System.getenv()),
            args));
  }

  /** Runs one command in this process. */
  static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return run(new Console(in, out, errors, false, Clock.systemUTC(), System.getenv()), args);
  }

  /** Runs one command on a console. */
  static int run(Console console, String... args) {
    // Hibernate Validator logs through JBoss Logging, which by itself would choose
    // java.util.logging and print to standard error.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    LIBRARY_LOGS.forEach(log -> log.setLevel(Level.OFF));
    Arguments arguments = Arguments.of(List.of(args));
    CommandLine line = new CommandLine(new Main(console));
    line.registerConverter(LocalDate.class, new DateConverter());
    line.registerConverter(EventTime.class, new EventTimeConverter());
    line.registerConverter(DivisionCode.class, new DivisionCodeConverter());
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, all) -> usage(console, e, arguments));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e, arguments));
    try {
      return line.execute(args);
    } catch (Error e) { // out of memory, for one
      return failed(console, e, arguments);
    } finally {
      console.err().flush();
    }
  }

  private static int usage(Console console, ParameterException e, Arguments arguments) {
    arguments.problems(console).report(UsageFault.of(e));
    return ExitCode.USAGE;
  }

  private static int failed(Console console, Throwable fault, Arguments arguments) {
    if (fault instanceof ClosedOutputException) {
      return ExitCode.DONE;
    }
    Problems problems = arguments.problems(console);
    Optional<Issue> ofStorage = ofStorage(fault);
    if (ofStorage.isPresent()) {
      problems.report(ofStorage.get());
      return ExitCode.INTERNAL;
    }
    List<Issue> issues = issues(fault);
    if (!issues.isEmpty()) {
      problems.reportAll(issues);
      return ExitCode.USAGE;
    }
    problems.report(
        CliIssues.INTERNAL.at(Location.unknown()).with("cause", describe(fault)).build());
    if (arguments.debug()) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      console.err().print(trace);
    }
    return ExitCode.INTERNAL;
  }

  private static List<Issue> issues(Throwable fault) {
    if (fault instanceof ProblemException problem) {
      return problem.issues();
    }
    if (fault instanceof PolicyException policy) {
      return policy.issues();
    }
    if (fault instanceof RegionException region) {
      return region.issues();
    }
    if (fault instanceof ArchiveException archive) {
      return archive.issues();
    }
    if (fault instanceof KeyException keys) {
      return List.of(
          CliIssues.KEYS
              .at(Location.unknown())
              .with("cause", ofStorage(String.valueOf(keys.getMessage())))
              .build());
    }
    return fault instanceof StartupException startup ? issues(startup) : List.of();
  }

  /** A storage that does not open is said in its own words. */
  private static List<Issue> issues(StartupException startup) {
    List<Issue> issues = new ArrayList<>();
    for (Throwable cause : startup.getSuppressed()) {
      if (cause instanceof StorageException storage) {
        issues.add(storage.issue().orElseGet(() -> ofDatabase(storage)));
      }
    }
    boolean isTold = !issues.isEmpty();
    startup.issues().stream()
        .filter(issue -> !isTold || !issue.code().equals(StartupIssues.STORAGE_FAILED.code()))
        .forEach(issues::add);
    return issues;
  }

  private static Issue ofDatabase(StorageException storage) {
    return CliIssues.DATABASE.at(Location.unknown()).with("cause", describe(storage)).build();
  }

  /** What a storage says of its own failure in a run, in the user's language. */
  private static Optional<Issue> ofStorage(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageException storage && storage.issue().isPresent()) {
        return storage.issue();
      }
    }
    return Optional.empty();
  }

  /** The message says for itself what failed and what to do. */
  private static String ofStorage(String message) {
    String text = CLASS_NAME.matcher(message).replaceAll("");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String describe(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageException) {
        return ofStorage(String.valueOf(cause.getMessage()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(cause.getClass().getSimpleName())
          .append(cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
    return text.toString();
  }

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(this), "Missing command");
  }

  Console console() {
    return console;
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
