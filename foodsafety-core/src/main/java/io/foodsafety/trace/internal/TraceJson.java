package io.foodsafety.trace.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.trace.HoldingBalance;
import io.foodsafety.trace.LotTotal;
import io.foodsafety.trace.OutbreakScores;
import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.ReachedParty;
import io.foodsafety.trace.RecallScope;
import io.foodsafety.trace.RecallScope.RecallParty;
import io.foodsafety.trace.TraceEnd;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.TraceGaps;
import io.foodsafety.trace.TraceResult;
import io.foodsafety.trace.TraceStart;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes answers as JSON. Absent is null, never 0. */
public final class TraceJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final Locale locale;

  private TraceJson(JsonGenerator json, Locale locale) {
    this.json = json;
    this.locale = locale;
  }

  private interface Part {
    void write(TraceJson out) throws IOException;
  }

  private interface Each<T> {
    void write(T element) throws IOException;
  }

  /** A trace as one line. */
  public static String write(TraceResult result, Locale locale) {
    return object(locale, out -> out.trace(result));
  }

  /** A recall as one line. */
  public static String write(RecallScope scope, Map<String, String> names, Locale locale) {
    return object(locale, out -> out.recall(scope, names));
  }

  /** Gaps as one line. */
  public static String write(TraceGaps gaps, Locale locale) {
    return object(locale, out -> out.gaps(gaps));
  }

  /** Scores as one line. */
  public static String write(OutbreakScores scores) {
    return object(
        Locale.ENGLISH,
        out -> {
          out.json.writeNumberField("position", scores.position());
          out.list("parties", scores.parties(), out::score);
          out.list("lots", scores.lots(), out::score);
        });
  }

  private static String object(Locale locale, Part content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      content.write(new TraceJson(json, locale));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void trace(TraceResult result) throws IOException {
    start(result.query().start());
    json.writeStringField("direction", result.query().direction().code());
    json.writeBooleanField("strict", result.query().strict());
    json.writeNumberField("position", result.position());
    json.writeBooleanField("truncated", result.truncated());
    json.writeNumberField("reached", result.reached());
    list("holdings", result.holdings(), this::reached);
    list("parties", result.parties(), this::party);
    list("ends", result.ends(), this::end);
    list("findings", result.findings(), this::finding);
  }

  private void start(TraceStart start) throws IOException {
    json.writeStringField("lot", start.lot());
    text("party", start.party());
    text("time", start.time().map(Object::toString));
  }

  private void reached(ReachedHolding reached) throws IOException {
    holding(reached.holding());
    json.writeStringField("direction", reached.reach().code());
    json.writeNumberField("depth", reached.depth());
    strings("via", reached.via());
    number("quantity", reached.quantity().map(Quantity::amount));
    text("unit", reached.quantity().map(quantity -> quantity.unit().code()));
  }

  private void party(ReachedParty party) throws IOException {
    json.writeStringField("id", party.id());
    json.writeNumberField("depth", party.depth());
  }

  private void end(TraceEnd end) throws IOException {
    holding(end.holding());
    json.writeStringField("reason", end.reason().code());
  }

  private void finding(TraceFinding finding) throws IOException {
    Issue issue = finding.toIssue();
    json.writeStringField("code", finding.code());
    json.writeStringField("kind", finding.kind().code());
    json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("lot", finding.lot());
    text("party", finding.party());
    strings("events", finding.events());
    json.writeStringField("message", issue.message(locale));
  }

  private void recall(RecallScope scope, Map<String, String> names) throws IOException {
    start(scope.start());
    json.writeNumberField("position", scope.position());
    json.writeBooleanField("complete", scope.complete());
    list("parties", scope.parties(), party -> recallParty(party, names));
    list("holdings", scope.holdings(), this::balance);
    list("totals", scope.totals(), this::total);
    list("findings", scope.findings(), this::finding);
  }

  private void recallParty(RecallParty party, Map<String, String> names) throws IOException {
    json.writeStringField("id", party.id());
    text("name", Optional.ofNullable(names.get(party.id())));
    json.writeNumberField("holdings", party.holdings());
  }

  private void balance(HoldingBalance balance) throws IOException {
    holding(balance.holding());
    text("unit", balance.unit().map(Unit::code));
    number("in", balance.in());
    number("out", balance.out());
    number("used", balance.used());
    removed(balance.removed());
    number("onHand", balance.onHand());
    number("affected", balance.affected());
    number("attributable", balance.attributable());
  }

  private void total(LotTotal total) throws IOException {
    json.writeStringField("lot", total.lot());
    text("unit", total.unit().map(Unit::code));
    number("released", total.released());
    number("onHand", total.onHand());
    number("used", total.used());
    removed(total.removed());
    number("unaccounted", total.unaccounted());
  }

  private void removed(Map<RemovalReason, BigDecimal> removed) throws IOException {
    for (RemovalReason reason : RemovalReason.values()) {
      number(reason.code(), Optional.ofNullable(removed.get(reason)));
    }
  }

  private void gaps(TraceGaps gaps) throws IOException {
    json.writeNumberField("position", gaps.position());
    json.writeObjectFieldStart("counts");
    Map<String, Integer> counts = new TreeMap<>();
    gaps.counts().forEach((kind, count) -> counts.put(kind.code(), count));
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    list("findings", gaps.findings(), this::finding);
  }

  private void score(OutbreakScores.Score score) throws IOException {
    json.writeStringField("id", score.id());
    number("score", Optional.of(score.score()));
  }

  private void holding(Holding holding) throws IOException {
    json.writeStringField("lot", holding.lot());
    json.writeStringField("party", holding.party());
  }

  private <T> void list(String name, Collection<T> elements, Each<T> each) throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      json.writeStartObject();
      each.write(element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void text(String name, Optional<String> value) throws IOException {
    json.writeStringField(name, value.orElse(null));
  }

  /** Plain digits, without zeros at the end. */
  private void number(String name, Optional<BigDecimal> value) throws IOException {
    json.writeFieldName(name);
    if (value.isEmpty()) {
      json.writeNull();
    } else {
      json.writeNumber(plain(value.get()));
    }
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
