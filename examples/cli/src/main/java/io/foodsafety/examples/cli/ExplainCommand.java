package io.foodsafety.examples.cli;

import io.foodsafety.model.subject.Subject;
import io.foodsafety.report.GradeExplanation;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Explains the grade of one business to whom it concerns. */
@Command(
    name = "explain",
    description = {
      "Explains the grade of one business in words, for the business itself: how it came about, from",
      "which facts and by which rule, what would make it better, and what becomes of it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExplainCommand extends AbstractCommand {

  @Mixin private final OutlookQuestion question = new OutlookQuestion();

  @Override
  int run(Run run) throws IOException {
    OutlookQuestion.Answer answer = question.ask(run);
    if (run.json()) {
      run.result().line(answer.outlook().now().toJson(run.locale()));
    } else {
      String name =
          answer.dossier().subject().map(Subject::name).orElse(run.text("(unregistered)", "（未登记）"));
      GradeExplanation explanation =
          GradeExplanation.of(answer.outlook(), name, answer.region(), run.locale());
      for (String line : explanation.text().split("\n", -1)) {
        run.result().line(DisplayWidth.printable(line));
      }
    }
    run.result().flush();
    run.close(answer.records());
    return run.problems().hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
  }
}
