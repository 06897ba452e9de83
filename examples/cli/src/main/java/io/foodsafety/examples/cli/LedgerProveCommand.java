package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.ledger.InclusionProof;
import io.foodsafety.ledger.LedgerService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that an entry is in the ledger. */
@Command(
    name = "prove",
    description =
        "Proves that an entry is in the ledger; anybody can check it with the root alone.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LedgerProveCommand extends LedgerQuery {

  /** Which entry. */
  private static final class Which {
    @Option(names = "--position", paramLabel = "N", description = "Position of the entry.")
    private @Nullable Long position;

    @Option(
        names = "--document",
        paramLabel = "COLLECTION/ID",
        description =
            "The last entry about a document, such as facts/F1. Looked for from the end of the ledger.")
    private @Nullable String document;
  }

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "In the tree of the first N entries. Default: of all that are sealed.")
  private @Nullable Long size;

  @Option(names = "--out", paramLabel = "FILE", description = "Also write the proof to a file.")
  private @Nullable Path out;

  @Option(
      names = "--document-out",
      paramLabel = "FILE",
      description = "With --document: write the stored bytes, whose hash the entry has, to a file.")
  private @Nullable Path documentOut;

  @Override
  Answer ask(LedgerService ledger, Run run) throws IOException {
    long position = position(ledger);
    InclusionProof proof =
        ledger
            .findProof(position, size(ledger, size, 1))
            .orElseThrow(
                () ->
                    CliIssues.notSealed(
                        "at position (%d)".formatted(position), "位置（%d）".formatted(position)));
    write(out, (proof.toJson() + "\n").getBytes(UTF_8));
    return new Answer(
        proof.toJson(),
        List.of(
            row(run, "position", "位置", proof.position()),
            row(run, "entry", "条目", proof.entry()),
            row(run, "index", "序号", proof.index()),
            row(run, "size", "条目数", proof.tree().size()),
            row(run, "root", "树根", proof.tree().root()),
            row(run, "hashes in the path", "路径哈希数", proof.path().size())));
  }

  private long position(LedgerService ledger) throws IOException {
    if (which.document == null) {
      if (documentOut != null) {
        throw CliIssues.usage(
            "--document-out needs --document.", "--document-out 须与 --document 同用。");
      }
      return which.position == null ? 0 : which.position;
    }
    String name = which.document;
    int slash = name.indexOf('/');
    if (slash < 1) {
      throw CliIssues.usage(
          "A document is named by collection and id, such as facts/F1.", "文档以集合和编号命名，如 facts/F1。");
    }
    String collection = name.substring(0, slash);
    String id = name.substring(slash + 1);
    if (documentOut != null) {
      write(
          documentOut,
          ledger
              .findDocument(collection, id)
              .orElseThrow(() -> CliIssues.notSealed("about " + name, "关于 " + name)));
    }
    return ledger
        .findLastEntry(collection, id)
        .orElseThrow(() -> CliIssues.notSealed("about " + name, "关于 " + name));
  }
}
