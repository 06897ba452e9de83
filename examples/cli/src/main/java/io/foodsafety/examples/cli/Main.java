package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.runtime.StartupException;
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
import java.util.List;
import java.util.Locale;
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
      ImportCommand.class,
      LedgerCommand.class,
      ConvertCommand.class,
      GenerateCommand.class,
      PolicyCommand.class
    })
public final class Main implements Runnable {

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
    // java.util.logging
    // and print to standard error.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    CommandLine line = new CommandLine(new Main(console));
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, all) -> usage(console, e, List.of(all)));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, command, e));
    try {
      return line.execute(args);
    } catch (Error e) { // out of memory, for one
      return failed(console, line, e);
    } finally {
      console.err().flush();
    }
  }

  private static int usage(Console console, ParameterException e, List<String> args) {
    Issue issue =
        CliIssues.USAGE
            .at(Location.unknown())
            .with("detail", sentence(String.valueOf(e.getMessage())))
            .build();
    new Problems(new Progress(console.err(), false), args.contains("--json"), Locale.getDefault())
        .report(issue);
    return ExitCode.USAGE;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static int failed(Console console, CommandLine line, Throwable fault) {
    if (fault instanceof ClosedOutputException) {
      return ExitCode.DONE;
    }
    AbstractCommand command = line.getCommand() instanceof AbstractCommand known ? known : null;
    Problems problems =
        command == null
            ? new Problems(new Progress(console.err(), false), false, Locale.getDefault())
            : command.newRun().problems();
    List<Issue> issues = issues(fault);
    if (!issues.isEmpty()) {
      problems.reportAll(issues);
      return ExitCode.USAGE;
    }
    problems.report(
        CliIssues.INTERNAL.at(Location.unknown()).with("cause", describe(fault)).build());
    if (command != null && command.debug()) {
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
    return fault instanceof StartupException startup ? startup.issues() : List.of();
  }

  private static String describe(Throwable fault) {
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
