package io.foodsafety.examples.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with the common options. */
abstract class AbstractCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private @Nullable CommandSpec spec;

  /** Does what the command is for; the exit code. */
  abstract int run(Run run) throws Exception;

  @Override
  public final Integer call() throws Exception {
    Main main = (Main) Objects.requireNonNull(spec).root().userObject();
    return run(common.run(main.console(), endsWithReader()));
  }

  /** Whether the result is all there is to a run, so that it ends when nobody reads any more. */
  boolean endsWithReader() {
    return false;
  }
}
