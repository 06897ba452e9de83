package io.foodsafety.match.internal;

import io.foodsafety.match.NormalAddress;
import io.foodsafety.match.NormalName;
import io.foodsafety.match.Normaliser;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a business, in normal form.
 *
 * @param id its id
 * @param name its name
 * @param address its address, if known
 * @param creditCode its credit code; empty if unknown
 * @param licences the numbers of its licences
 * @param telephones its telephone numbers
 * @param division its division; empty if unknown
 * @param segment its segment; empty if unknown
 * @param location its place, if known
 */
public record MatchRecord(
    String id,
    NormalName name,
    @Nullable NormalAddress address,
    String creditCode,
    List<String> licences,
    List<String> telephones,
    String division,
    String segment,
    @Nullable GeoPoint location) {

  /** A business in normal form. */
  public static MatchRecord of(Subject subject, Normaliser normaliser) {
    return new MatchRecord(
        subject.id(),
        normaliser.name(subject.name()),
        subject.address().map(normaliser::address).filter(MatchRecord::tells).orElse(null),
        subject.creditCode().map(code -> code.value()).orElse(""),
        numbers(subject.licences().stream().map(Licence::number), normaliser::code),
        numbers(subject.telephones().stream(), normaliser::telephone),
        subject.division().map(code -> code.value().intern()).orElse(""),
        subject.segment().map(String::intern).orElse(""),
        subject.location().orElse(null));
  }

  /** The numbers in normal form, without what is written where there is none: 无, /, 000000. */
  private static List<String> numbers(Stream<String> written, UnaryOperator<String> normal) {
    return written.map(normal).filter(MatchRecord::isNumber).distinct().toList();
  }

  private static boolean isNumber(String normal) {
    return normal.chars().anyMatch(each -> each >= '1' && each <= '9');
  }

  private static boolean tells(NormalAddress address) {
    return !address.street().isEmpty();
  }

  /** Its address, if known. */
  Optional<NormalAddress> findAddress() {
    return Optional.ofNullable(address);
  }
}
