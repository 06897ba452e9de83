package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.ledger.ConsistencyProof;
import io.foodsafety.ledger.LedgerService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that the ledger only grew. */
@Command(
    name = "consistency",
    description = "Proves that a smaller tree is the beginning of a greater one.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LedgerConsistencyCommand extends LedgerQuery {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "N",
      description = "Size of the smaller tree, at least 1.")
  private long from;

  @Option(
      names = "--to",
      paramLabel = "N",
      description = "Size of the greater tree. Default: all that are sealed.")
  private @Nullable Long to;

  @Option(names = "--out", paramLabel = "FILE", description = "Also write the proof to a file.")
  private @Nullable Path out;

  @Override
  Answer ask(LedgerService ledger, Run run) throws IOException {
    ConsistencyProof proof = ledger.proveConsistency(size(ledger, from, 1), size(ledger, to, from));
    write(out, (proof.toJson() + "\n").getBytes(UTF_8));
    return new Answer(
        proof.toJson(),
        List.of(
            row(run, "first size", "原条目数", proof.first().size()),
            row(run, "first root", "原树根", proof.first().root()),
            row(run, "size", "条目数", proof.second().size()),
            row(run, "root", "树根", proof.second().root()),
            row(run, "hashes in the path", "路径哈希数", proof.path().size())));
  }
}
