package io.foodsafety.examples.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the grade of one business rests on, and what becomes of it. */
@Command(
    name = "outlook",
    description = {
      "Says which facts the grade of one business rests on, what it would be without each of",
      "them, and from which day on it is another if nothing new happens."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OutlookCommand extends AbstractCommand {

  @Mixin private final OutlookQuestion question = new OutlookQuestion();

  @Override
  int run(Run run) throws IOException {
    OutlookQuestion.Answer answer = question.ask(run);
    if (run.json()) {
      run.result().line(answer.outlook().toJson(run.locale()));
    } else {
      new OutlookTable(answer.outlook().now().policy(), answer.region(), run)
          .write(answer.dossier(), answer.outlook());
    }
    run.close(answer.records());
    return run.problems().hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
  }
}
