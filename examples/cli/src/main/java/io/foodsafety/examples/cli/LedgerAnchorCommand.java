package io.foodsafety.examples.cli;

import io.foodsafety.ledger.LedgerService;
import io.foodsafety.ledger.TreeRoot;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps the root of the ledger in a file. */
@Command(
    name = "anchor",
    description = "Appends the root of the sealed entries to a file, unless it is the last there.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LedgerAnchorCommand extends LedgerQuery {

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "The file; keep it where nobody who can write the database can change it.")
  private Path file = Path.of("");

  @Override
  Answer ask(LedgerService ledger, Run run) {
    TreeRoot root = ledger.anchor(file);
    return new Answer(root.toJson(), rows(run, root));
  }
}
