package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;

/**
 * What one run of the command line in this process left behind.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CommandResult(int code, String out, String err) {

  static CommandResult of(String... args) {
    return with(new byte[0], args);
  }

  /** A run with something on standard input. */
  static CommandResult with(byte[] in, String... args) {
    InputStream input = new ByteArrayInputStream(in);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(args, input, out, err);
    return new CommandResult(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
