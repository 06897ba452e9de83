package io.foodsafety.examples.cli;

import io.foodsafety.access.KeyFile;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.spi.crypto.KeyRing;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with a key file. */
@Command(
    name = "keys",
    description = "Cares for the keys of sealed attributes.",
    mixinStandardHelpOptions = true,
    subcommands = {
      KeysCommand.Create.class,
      KeysCommand.Show.class,
      KeysCommand.Rotate.class,
      KeysCommand.Rewrap.class,
      KeysCommand.Destroy.class
    })
final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        new CommandLine(spec), "Missing command: create, list, rotate, rewrap or destroy");
  }

  /** A command on a file, after which its keys are listed. */
  abstract static class OnFile extends AbstractCommand {

    @Option(
        names = "--file",
        required = true,
        paramLabel = "FILE",
        description = "The key file, which only its owner may read and write.")
    private Path file = Path.of("");

    Path file() {
      return file;
    }

    /** Does what the command is for. Without this, it only lists. */
    void change(KeyRing keys) {}

    @Override
    int run(Run run) throws IOException {
      List<KeyRing.Key> listed;
      try (KeyRing keys = KeyFile.open(file)) {
        change(keys);
        listed = keys.keys();
      }
      print(listed, run);
      return ExitCode.DONE;
    }

    private static void print(List<KeyRing.Key> keys, Run run) throws IOException {
      if (run.json()) {
        for (KeyRing.Key key : keys) {
          Map<String, @Nullable Object> fields = new LinkedHashMap<>();
          fields.put("id", key.id());
          fields.put("state", key.state().name().toLowerCase(Locale.ROOT));
          run.result().line(Problems.toJson("key", fields));
        }
      } else {
        List<String> titles = List.of(run.text("KEY", "密钥"), run.text("STATE", "状态"));
        try (Table table = new Table(titles, run.result()::line)) {
          for (KeyRing.Key key : keys) {
            table.row(List.of(key.id(), key.state().name().toLowerCase(Locale.ROOT)));
          }
        }
      }
      run.result().flush();
    }
  }

  /** Makes a file. */
  @Command(
      name = "create",
      description = "Makes a key file with one key.",
      mixinStandardHelpOptions = true)
  static final class Create extends OnFile {
    @Override
    int run(Run run) throws IOException {
      KeyFile.create(file());
      return super.run(run);
    }
  }

  /** Lists keys. */
  @Command(
      name = "list",
      description = "Lists the keys of a file, destroyed ones included; never their bytes.",
      mixinStandardHelpOptions = true)
  static final class Show extends OnFile {}

  /** Makes a new key. */
  @Command(
      name = "rotate",
      description = "Makes a new key for what is sealed from now on.",
      mixinStandardHelpOptions = true)
  static final class Rotate extends OnFile {
    @Override
    void change(KeyRing keys) {
      keys.rotate();
    }
  }

  /** Destroys a key. */
  @Command(
      name = "destroy",
      description =
          "Destroys a key for good: what is still under it can never be seen again. `keys rewrap` first, unless that is wanted.",
      mixinStandardHelpOptions = true)
  static final class Destroy extends OnFile {

    @Option(names = "--key", required = true, paramLabel = "ID", description = "The key.")
    private String key = "";

    @Override
    void change(KeyRing keys) {
      keys.destroy(key);
    }
  }

  /** Wraps data keys anew. */
  @Command(
      name = "rewrap",
      description = "Puts all that is sealed in a database under the current key.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Rewrap extends AbstractCommand {

    @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
    private String url = "";

    @Mixin private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    @Override
    int run(Run run) throws IOException {
      long count;
      try (FoodSafety city =
          database
              .existing(url, run.console())
              .keys("file", Map.of("file", file.toString()))
              .build()) {
        count = city.as(Actor.system("foodsafety keys rewrap")).sealedAttributes().rewrap();
        city.advance(run.console().clock().instant());
      }
      if (run.json()) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("facts", BigDecimal.valueOf(count));
        run.result().line(Problems.toJson("rewrap", fields));
      } else {
        run.result().line(run.text("facts under the current key: ", "改用当前密钥的事实：") + count);
      }
      run.close(count);
      return ExitCode.DONE;
    }
  }
}
