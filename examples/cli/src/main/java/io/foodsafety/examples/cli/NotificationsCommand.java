package io.foodsafety.examples.cli;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.notification.Acknowledgement;
import io.foodsafety.notification.Dispatch;
import io.foodsafety.notification.NotificationService;
import io.foodsafety.notification.NotificationStatus;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with the notifications of a database. */
@Command(
    name = "notifications",
    description = "Shows what people were told, and takes note on behalf of one of them.",
    mixinStandardHelpOptions = true,
    subcommands = {
      NotificationsCommand.Open.class,
      NotificationsCommand.Show.class,
      NotificationsCommand.Acknowledge.class
    })
final class NotificationsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        new CommandLine(spec), "Missing command: list, show or acknowledge");
  }

  /** A command on a database. */
  abstract static class OnDatabase extends AbstractCommand {

    @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
    private String url = "";

    @Mixin private final DatabaseOptions database = new DatabaseOptions();

    /** On whose behalf. */
    Actor actor() {
      return Actor.system("foodsafety notifications");
    }

    /** Does what the command is for. */
    abstract void answer(NotificationService notifications, Run run) throws IOException;

    @Override
    int run(Run run) throws IOException {
      try (FoodSafety city = database.existing(url, run.console()).build()) {
        answer(city.as(actor()).notifications(), run);
      }
      run.result().flush();
      return ExitCode.DONE;
    }
  }

  /** A command on one notification. */
  abstract static class OnOne extends OnDatabase {

    @Option(names = "--id", required = true, paramLabel = "ID", description = "The notification.")
    private String id = "";

    String id() {
      return id;
    }

    ProblemException unknown() {
      return CliIssues.usage(
          "There is no notification (%s).".formatted(id), "没有通知（%s）。".formatted(id));
    }
  }

  /** Lists those that are open. */
  @Command(
      name = "list",
      description = "Lists the notifications that nobody has acknowledged.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Open extends OnDatabase {

    @Override
    void answer(NotificationService notifications, Run run) throws IOException {
      try (Stream<NotificationStatus> open = notifications.listOpen()) {
        if (run.json()) {
          for (Iterator<NotificationStatus> each = open.iterator(); each.hasNext(); ) {
            String line = Problems.toJson("notification", fields(each.next(), run.locale()));
            run.result().line(line);
          }
        } else {
          print(open.iterator(), run);
        }
      }
    }

    private static void print(Iterator<NotificationStatus> open, Run run) throws IOException {
      List<String> titles =
          List.of(
              run.text("NOTIFICATION", "通知"),
              run.text("STAGE", "级别"),
              run.text("AUDIENCE", "接收对象"),
              run.text("SINCE", "起始"),
              run.text("NEXT STEP", "下一步"),
              run.text("TITLE", "标题"));
      try (Table table = new Table(titles, run.result()::line)) {
        while (open.hasNext()) {
          table.row(row(open.next(), run.locale()));
        }
      }
    }

    private static List<String> row(NotificationStatus status, Locale locale) {
      return List.of(
          status.notification().id(),
          Integer.toString(status.stage()),
          status.audience().toString(),
          status.since().toString(),
          status.due().map(Instant::toString).orElse("-"),
          status.notification().title().in(locale));
    }
  }

  private static Map<String, @Nullable Object> fields(NotificationStatus status, Locale locale) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", status.notification().id());
    fields.put("stage", BigDecimal.valueOf(status.stage()));
    fields.put("audience", status.audience().toString());
    fields.put("since", status.since().toString());
    fields.put("due", status.due().map(Instant::toString).orElse(null));
    fields.put("title", status.notification().title().in(locale));
    Optional<Acknowledgement> acknowledgement = status.acknowledgement();
    fields.put("acknowledgedBy", acknowledgement.map(Acknowledgement::by).orElse(null));
    fields.put("acknowledgedAt", acknowledgement.map(each -> each.at().toString()).orElse(null));
    fields.put("note", acknowledgement.map(Acknowledgement::note).orElse(null));
    return fields;
  }

  /** Shows what has become of the notices of one. */
  @Command(
      name = "show",
      description = "Shows how far a notification has come, and what became of its notices.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Show extends OnOne {

    @Override
    void answer(NotificationService notifications, Run run) throws IOException {
      NotificationStatus status = notifications.find(id()).orElseThrow(this::unknown);
      List<Dispatch> dispatches = notifications.dispatches(id());
      if (run.json()) {
        run.result().line(Problems.toJson("notification", fields(status, run.locale())));
        for (Dispatch each : dispatches) {
          run.result().line(Problems.toJson("dispatch", dispatchFields(each)));
        }
        return;
      }
      run.result().line(status.notification().title().in(run.locale()));
      run.result().line(status.notification().text().in(run.locale()));
      run.result().line(state(status, run));
      List<String> titles =
          List.of(
              run.text("STAGE", "级别"),
              run.text("OCCASION", "事由"),
              run.text("RECIPIENT", "接收人"),
              run.text("CHANNEL", "通道"),
              run.text("STATE", "状态"),
              run.text("ATTEMPTS", "次数"),
              run.text("AT", "时间"),
              run.text("REASON", "原因"));
      try (Table table = new Table(titles, run.result()::line)) {
        for (Dispatch each : dispatches) {
          table.row(dispatchFields(each).values().stream().map(String::valueOf).toList());
        }
      }
    }

    private static String state(NotificationStatus status, Run run) {
      return status
          .acknowledgement()
          .map(
              each ->
                  run.text("acknowledged by %s at %s %s", "已由 %s 于 %s 签收 %s")
                      .formatted(each.by(), each.at(), each.note())
                      .strip())
          .orElseGet(
              () ->
                  run.text("open at stage %d since %s", "第 %d 级，自 %s 起待签收")
                      .formatted(status.stage(), status.since()));
    }

    private static Map<String, @Nullable Object> dispatchFields(Dispatch dispatch) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("stage", BigDecimal.valueOf(dispatch.stage()));
      fields.put("occasion", code(dispatch.occasion()));
      fields.put("recipient", dispatch.recipient());
      fields.put("channel", dispatch.channel());
      fields.put("state", code(dispatch.state()));
      fields.put("attempts", BigDecimal.valueOf(dispatch.attempts()));
      fields.put("at", dispatch.at().toString());
      fields.put("reason", dispatch.reason());
      return fields;
    }

    private static String code(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Takes note. */
  @Command(
      name = "acknowledge",
      description = "Takes note of a notification, which ends reminders and escalation.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Acknowledge extends OnOne {

    @Option(
        names = "--by",
        required = true,
        paramLabel = "ID",
        description = "Who has taken note: the city's own id of the person, for the ledger.")
    private String by = "";

    @Option(
        names = "--note",
        paramLabel = "TEXT",
        description = "What there is to say to it, at most 500 characters.")
    private String note = "";

    @Override
    Actor actor() {
      try {
        return Actor.person(by);
      } catch (IllegalArgumentException e) {
        throw CliIssues.usage("The id after --by is not well-formed.", "--by 的标识格式不正确。");
      }
    }

    @Override
    void answer(NotificationService notifications, Run run) throws IOException {
      if (note.codePointCount(0, note.length()) > Acknowledgement.MAX_NOTE) {
        throw CliIssues.usage("The note is too long.", "备注过长。");
      }
      Acknowledgement counts = notifications.acknowledge(id(), note).orElseThrow(this::unknown);
      if (run.json()) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id());
        fields.put("by", counts.by());
        fields.put("at", counts.at().toString());
        fields.put("note", counts.note());
        run.result().line(Problems.toJson("acknowledgement", fields));
      } else {
        run.result()
            .line(
                run.text("acknowledged by %s at %s", "已由 %s 于 %s 签收")
                    .formatted(counts.by(), counts.at()));
      }
    }
  }
}
