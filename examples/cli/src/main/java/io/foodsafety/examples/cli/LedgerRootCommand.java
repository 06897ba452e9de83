package io.foodsafety.examples.cli;

import io.foodsafety.ledger.LedgerService;
import io.foodsafety.ledger.TreeRoot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the root of the tree over the ledger. */
@Command(
    name = "root",
    description = "Shows the root of the Merkle tree over the sealed entries.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LedgerRootCommand extends LedgerQuery {

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Root of the first N entries. Default: of all that are sealed.")
  private @Nullable Long size;

  @Override
  Answer ask(LedgerService ledger, Run run) {
    TreeRoot root = ledger.root(size(ledger, size, 0));
    return new Answer(root.toJson(), rows(run, root));
  }
}
