package io.foodsafety.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.form.FormException;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples of docs/forms.md are what they are said to be. */
class DocumentedFormsTest {

  private static List<String> blocks(String label) throws IOException {
    Path page = Path.of(System.getProperty("foodsafety.root"), "docs", "forms.md");
    List<String> blocks =
        Pattern.compile("^```" + label + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(Files.readString(page, UTF_8))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).as("blocks marked ```%s", label).isNotEmpty();
    return blocks;
  }

  private static FormTemplate parse(String text) {
    return FormTemplate.parse(text.getBytes(UTF_8), "forms.md", FactCatalogue.standard());
  }

  @Test
  void theSubmissionsLeaveTheFactsShown() throws IOException {
    List<String> shown = new ArrayList<>();
    try (FoodSafety city =
        FoodSafety.builder()
            .zone(ZoneId.of("Asia/Shanghai"))
            .form(parse(blocks("json form").get(0)))
            .build()) {
      Session office = city.as(Actor.person("inspector-7"));
      office.subjects().register(Subject.builder("S1", "S1").format("restaurant").build());
      for (String submission : blocks("json submission")) {
        RecordingResult result = office.forms().submit(submission.getBytes(UTF_8), "forms.md");
        assertThat(result.outcome()).isEqualTo(RecordingResult.Outcome.RECORDED);
        StringBuilder facts = new StringBuilder();
        for (String id : office.forms().get(result.id()).facts()) {
          facts.append(line(office.facts().get(id))).append('\n');
        }
        shown.add(facts.toString());
      }
    }
    assertThat(shown).isEqualTo(blocks("facts"));
  }

  private static String line(Fact fact) {
    Object attributes = RecordEncoder.encode(fact).fields().get("attributes");
    return fact.id()
        + ": "
        + ((Map<?, ?>) attributes)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
  }

  @Test
  void theBrokenFormGivesTheMessagesShown() throws IOException {
    String broken = blocks("json broken").get(0);
    FormException refused = catchThrowableOfType(FormException.class, () -> parse(broken));
    assertThat(refused.issues())
        .extracting(issue -> issue.toLine(Locale.ENGLISH))
        .containsExactlyElementsOf(blocks("messages").get(0).lines().toList());
  }
}
